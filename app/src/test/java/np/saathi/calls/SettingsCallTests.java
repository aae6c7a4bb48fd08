package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.CallerPins;
import np.saathi.caller.Callers;
import np.saathi.dev.database.Rows;
import np.saathi.dev.process.Traces;
import np.saathi.dev.pstn.Phone;
import np.saathi.identity.NumberHasher;
import np.saathi.telephony.PhoneNumber;

/** Settings and messages by phone: id and secret number, coming by id, broken-off and silent messages, forget me. */
@CallTests
class SettingsCallTests {
    private static final Duration A_LONG_SENTENCE = Duration.ofSeconds(30);
    private static final int ASHAS_VOICE = 880;
    private static final String PIN = "582914";
    private final TestLine line;

    SettingsCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void aSecretNumberSetByPhoneOpensTheSameAccountOnTheWeb() throws IOException, InterruptedException {
        String number = line.knownNumber(ENGLISH);
        AccountId id = accountOf(number).orElseThrow();
        try (Phone asha = calling(number, "en")) {
            asha.presses("9");
            asha.heard().awaitPrompt("settings.menu", "en", SOON);
            asha.presses("2");
            asha.heard().awaitPrompt("account.id", "en", SOON);
            asha.heard().awaitPrompt("account.menu", "en", A_LONG_SENTENCE);
            asha.presses("1");
            asha.heard().awaitPrompt("pin.new", "en", SOON);
            asha.presses(PIN + "#");
            asha.heard().awaitPrompt("pin.twice", "en", SOON);
            asha.presses(PIN + "#");
            asha.heard().awaitPrompt("pin.set", "en", SOON);
        }
        assertThat(post("/account/claim", """
                {"id": "%s", "pin": "%s", "password": "a password for tests"}
                """.formatted(id.value(), PIN)).statusCode()).isEqualTo(204);
        HttpResponse<String> login = post("/login", """
                {"id": "%s", "password": "a password for tests"}
                """.formatted(id.value()));
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains(id.value());
    }

    @Test
    void whoSignedUpOnTheWebComesByIdAndThePhoneIsKnownFromThenOn() {
        AccountId chandra = line.app().bean(Callers.class).signUp(ENGLISH, Optional.of("grief")).id();
        line.app().bean(CallerPins.class).set(chandra, new Pin(PIN));
        String number = line.knownNumber(NEPALI);
        try (Phone phone = calling(number, "ne")) {
            phone.presses("9");
            phone.heard().awaitPrompt("settings.menu", "ne", SOON);
            phone.presses("3");
            phone.heard().awaitPrompt("join.code", "ne", SOON);
            phone.presses(chandra.value() + "#");
            phone.heard().awaitPrompt("identity.pin", "ne", SOON);
            phone.presses(PIN + "#");
            phone.heard().awaitInOrder("en", SOON, "identity.welcome", "identity.link");
            phone.presses("1");
            phone.heard().awaitInOrder("en", SOON, "consent.known", "main.menu");
        }
        assertThat(accountOf(number)).contains(chandra);
    }

    @Test
    void whatWasBrokenOffByHangingUpIsOfferedNextTimeAndSent() {
        String number = line.knownNumber(ENGLISH);
        try (Phone asha = calling(number, "en")) {
            wantsToLeaveAMessage(asha);
            VoiceNote.begins(asha, "message.speak", "en", ASHAS_VOICE);
            asha.hangsUp();
        }
        AccountId id = accountOf(number).orElseThrow();
        Eventually.is(() -> VoiceNote.unsent(id, line) == 1);
        // the file in the open goes once its encrypted copy is stored
        Path open = Path.of(line.services().settings().get("saathi.asterisk.recordings"));
        await().untilAsserted(() -> assertThat(open).isEmptyDirectory());
        try (Phone asha = calling(number, "en")) {
            asha.presses("2");
            asha.heard().awaitPrompt("message.unsent", "en", A_LONG_SENTENCE);
            asha.presses("2");
            asha.heard().awaitTone(ASHAS_VOICE, SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("message.sent", "en", SOON);
        }
        assertThat(VoiceNote.unsent(id, line)).isZero();
    }

    @Test
    void aSilentMessageIsDroppedAndThatIsSaid() {
        int before = new Rows(line.database()).in("private_message");
        try (Phone asha = line.returningCaller(ENGLISH)) {
            wantsToLeaveAMessage(asha);
            asha.heard().awaitEndOf(asha.heard().awaitPrompt("message.speak", "en", SOON), SOON);
            Span.of(asha, Duration.ofSeconds(3));
            asha.presses("#");
            asha.heard().awaitPrompt("message.keys", "en", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("message.nothing", "en", SOON);
        }
        assertThat(new Rows(line.database()).in("private_message")).isEqualTo(before);
    }

    @Test
    void forgetMeLeavesNoTraceAndTheNextCallIsAFirstCall() {
        String number = line.knownNumber(ENGLISH);
        AccountId id = accountOf(number).orElseThrow();
        Traces traces = Traces.of(id.value(),
                line.app().bean(NumberHasher.class).hash(PhoneNumber.parse(number).orElseThrow()).hex());
        int others = voices();
        try (Phone asha = calling(number, "en")) {
            wantsToLeaveAMessage(asha);
            VoiceNote.isSaid(asha, "message.speak", "en", ASHAS_VOICE);
            asha.presses("1");
            asha.heard().awaitPrompt("message.sent", "en", SOON);
            asha.presses("*");
            asha.heard().awaitPrompt("main.menu", "en", SOON);
            assertThat(traces.inTables(line.database())).contains("account", "caller_key", "private_message");
            assertThat(voices()).isEqualTo(others + 1);
            asha.presses("9");
            asha.heard().awaitPrompt("settings.menu", "en", SOON);
            asha.presses("4");
            asha.heard().awaitPrompt("forget.confirm", "en", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("forget.done", "en", SOON);
        }
        Eventually.is(() -> traces.inTables(line.database()).isEmpty());
        assertThat(voices()).isEqualTo(others);
        assertThat(traces.inFiles(line.services().home().resolve("app"))).isEmpty();
        try (Phone again = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            again.heard().awaitPrompt("language.offer", "ne", SOON);
        }
    }

    @Test
    void whoIsErasedOnTheWebInTheMiddleOfACallIsToldAndTheCallGoesOnAsNobodys() {
        String number = line.knownNumber(ENGLISH);
        try (Phone asha = calling(number, "en")) {
            wantsToLeaveAMessage(asha);
            VoiceNote.isSaid(asha, "message.speak", "en", ASHAS_VOICE);
            line.app().bean(Callers.class).forget(accountOf(number).orElseThrow());
            asha.presses("1");
            asha.heard().awaitInOrder("en", SOON, "account.gone", "main.menu");
            asha.presses("2");
            asha.heard().awaitInOrder("en", SOON, "message.unknown", "main.menu");
        }
    }

    /** How many voice messages lie there. */
    private int voices() {
        String[] files = Path.of(line.services().settings().get("saathi.messages.directory")).toFile().list();
        return files == null ? 0 : files.length;
    }

    private static void wantsToLeaveAMessage(Phone phone) {
        phone.presses("2");
        phone.heard().awaitPrompt("message.menu", "en", A_LONG_SENTENCE);
        phone.presses("1");
    }

    private Phone calling(String number, String language) {
        Phone phone = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place();
        phone.heard().awaitPrompt("greeting", language, SOON);
        return phone;
    }

    private Optional<AccountId> accountOf(String number) {
        return line.app().bean(Callers.class).known(PhoneNumber.parse(number)).flatMap(caller -> caller.account());
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + line.services().http() + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
