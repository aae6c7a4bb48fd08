package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.jayway.jsonpath.JsonPath;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Password;
import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.dev.pstn.Phone;
import np.saathi.joining.CodeAnswer;
import np.saathi.joining.Invitations;
import np.saathi.telephony.PhoneNumber;

/** The keys of the settings: each of the voice's, the secret number's with its mistakes, and digits from elsewhere. */
@CallTests
class SettingsMenuCallTests {
    private final TestLine line;

    SettingsMenuCallTests(TestLine line) {
        this.line = line;
    }

    @AfterEach
    void asBefore() {
        line.database().sql("UPDATE category SET voice_disguise = FALSE").update();
    }

    @Test
    void theVoiceIsOfferedWhereAGroupAllowsItChangedByOneAndPlainAgainByOne() {
        line.database().sql("UPDATE category SET voice_disguise = TRUE WHERE code = 'grief'").update();
        String number = line.knownNumber(ENGLISH);
        try (Phone asha = calling(number)) {
            asha.presses("9");
            asha.heard().awaitPrompt("settings.voice", "en", SOON);
            WrongKeys.twice(asha, "settings.voice", "en", "7");
            asha.presses("5");
            asha.heard().awaitPrompt("voice.offer", "en", SOON);
            WrongKeys.twice(asha, "voice.offer", "en", "7");
            asha.presses("*");
            asha.heard().awaitPrompt("main.menu", "en", SOON);
            assertThat(disguised(number)).isFalse();
            asha.presses("951");
            asha.heard().awaitInOrder("en", SOON, "voice.changed", "main.menu");
            assertThat(disguised(number)).isTrue();
            asha.presses("95");
            asha.heard().awaitPrompt("voice.taken", "en", SOON);
            WrongKeys.twice(asha, "voice.taken", "en", "7");
            asha.presses("1");
            asha.heard().awaitPrompt("voice.plain", "en", SOON);
            assertThat(disguised(number)).isFalse();
        }
    }

    private boolean disguised(String number) {
        return line.app().bean(Callers.class).known(PhoneNumber.parse(number)).filter(Caller::disguised).isPresent();
    }

    @Test
    void theIdIsReadTwiceAndASecretNumberIsOnlySetThatIsNotEasyAndKeyedTheSameTwice() {
        String number = line.knownNumber(ENGLISH);
        try (Phone asha = calling(number)) {
            asha.presses("92");
            asha.heard().awaitInOrder("en", SOON, "account.id", "account.id.twice", "account.menu");
            asha.presses("2");
            asha.heard().awaitInOrder("en", SOON, "account.id", "account.id.twice", "account.menu");
            asha.presses("1");
            asha.heard().awaitPrompt("pin.new", "en", SOON);
            asha.presses("12#"); // too short
            asha.heard().awaitPrompt("pin.new.again", "en", SOON);
            asha.presses("12*"); // cleared
            asha.heard().awaitPrompt("entry.cleared", "en", SOON);
            asha.presses("1111#");
            asha.heard().awaitInOrder("en", SOON, "pin.easy", "pin.new");
            asha.presses("582914#");
            asha.heard().awaitPrompt("pin.twice", "en", SOON);
            asha.presses("582915#");
            asha.heard().awaitInOrder("en", SOON, "pin.differs", "pin.new");
            asha.presses("*");
            asha.heard().awaitInOrder("en", SOON, "pin.kept", "main.menu");
            assertThat(line.database().sql("SELECT COUNT(*) FROM account WHERE id = ? AND pin IS NOT NULL")
                    .param(account(number).value()).query(Integer.class).single()).isZero();
        }
    }

    @Test
    void aCodeOfTheWebLeadsStraightIntoItsGroupOnce()
            throws IOException, InterruptedException {
        Group group = line.group(NEPALI, 8);
        String code = codeFor(group);
        String number = line.knownNumber(NEPALI);
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            asha.heard().awaitPrompt("greeting", "ne", SOON);
            asha.presses("93");
            asha.heard().awaitPrompt("join.code", "ne", SOON);
            asha.presses("999999999");
            asha.heard().awaitInOrder("ne", SOON, "join.wrong", "join.code");
            asha.presses("12*" + code);
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
            asha.presses("9");
            Eventually.is(() -> group.inRoom() == 1);
            asha.presses("#");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("93");
            asha.heard().awaitPrompt("join.code", "ne", SOON);
            asha.presses(code);
            asha.heard().awaitPrompt("join.wrong", "ne", SOON); // it counted once
        }
    }

    @Test
    void aCodeForAGroupThatIsNotOpenYetStillCountsWhenItIs() throws IOException, InterruptedException {
        Group group = line.group(NEPALI, 8);
        String code = codeFor(group);
        startsIn(group, "1 DAY", "SCHEDULED");
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("93");
            asha.heard().awaitPrompt("join.code", "ne", SOON);
            asha.presses(code);
            asha.heard().awaitInOrder("ne", SOON, "join.early", "main.menu");
            startsIn(group, "0 DAY", "WAITING");
            asha.presses("93");
            asha.heard().awaitPrompt("join.code", "ne", SOON);
            asha.presses(code);
            asha.heard().awaitPrompt("category.stress", "ne", SOON);
        }
    }

    private void startsIn(Group group, String time, String state) {
        line.database().sql("UPDATE peer_session SET state = ?, starts_at = UTC_TIMESTAMP(3) + INTERVAL " + time
                + " WHERE id = ?").params(state, group.id()).update();
    }

    @Test
    void aPhoneFromWhichWrongCodesCameWaits() {
        String number = line.knownNumber(NEPALI);
        for (int tried = 0; tried < 5; tried++) {
            assertThat(line.app().bean(Invitations.class).byCode("999999999", PhoneNumber.parse(number)))
                    .isInstanceOf(CodeAnswer.Wrong.class);
        }
        try (Phone guesser = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            guesser.heard().awaitPrompt("main.menu", "ne", SOON);
            guesser.presses("93999999999");
            guesser.heard().awaitInOrder("ne", SOON, "join.wait", "main.menu");
        }
    }

    private String codeFor(Group group) throws IOException, InterruptedException {
        AccountId bikash = line.app().bean(Callers.class).signUp(NEPALI, Optional.of("stress")).id();
        line.app().bean(Accounts.class).setPassword(bikash, new Password("a password for tests"));
        HttpResponse<String> login = post("/login", """
                {"id": "%s", "password": "a password for tests"}
                """.formatted(bikash.value()), "");
        HttpResponse<String> ticket = post("/join-session", "{\"sessionId\": " + group.id() + "}",
                login.headers().firstValue("X-Auth-Token").orElseThrow());
        assertThat(ticket.statusCode()).as(ticket.body()).isEqualTo(200);
        return JsonPath.read(ticket.body(), "$.code");
    }

    private HttpResponse<String> post(String path, String json, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + line.services().http() + path))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("X-Auth-Token", token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private Phone calling(String number) {
        Phone phone = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place();
        phone.heard().awaitPrompt("greeting", "en", SOON);
        return phone;
    }

    private AccountId account(String number) {
        return line.app().bean(Callers.class).known(PhoneNumber.parse(number)).orElseThrow().account().orElseThrow();
    }
}
