package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.dev.AppProcess;
import np.saathi.dev.asterisk.Frames;
import np.saathi.dev.pstn.Phone;

/** A caller's number is read once and forgotten: whatever the call, it is left nowhere. */
@CallTests
class PrivacyTests {
    private static final String SUBSCRIBER = "9841357924";
    private static final String NUMBER = "977" + SUBSCRIBER;
    private static final int DEVIS_VOICE = 1077;
    private static final Deque<String> known = new ArrayDeque<>();
    private static AppProcess app;
    private final TestLine line;
    private int loggedBefore;

    PrivacyTests(TestLine line) {
        this.line = line;
    }

    /** What it logs is then its own, and all of it. */
    @BeforeAll
    static void intoItsOwnProcess(TestLine line) {
        line.group(NEPALI, 8);
        for (int i = 0; i < 6; i++) {
            known.add(line.knownNumber(NEPALI));
        }
        app = line.intoItsOwnProcess();
        app.start();
    }

    @BeforeEach
    void forgetEarlierLines() {
        loggedBefore = app.log().length();
    }

    /** What the app has logged during this test. */
    private String logged() {
        return app.log().substring(loggedBefore);
    }

    @AfterAll
    static void backIntoThisProcess(TestLine line) {
        app.close();
        line.backIntoThisProcess();
    }

    @Test
    void theCallersNumberIsLeftNowhereNeitherRawNorAsAHashWithoutKey() throws IOException {
        Map<String, String> traces = new LinkedHashMap<>();
        try (Frames frames = Frames.of(line.services().asterisk())) {
            firstCallWithConsentAndARoom(traces, frames);
            crisisWithCallback(traces, frames);
            traces.put("manager events", frames.text());
        }
        traces.put("the app's log", app.log());
        traces.put("Asterisk's console", line.services().asterisk().process().said());
        traces.put("Asterisk's database", line.services().asterisk().process().ask("database show"));
        tables(traces);
        files(traces);

        assertThat(traces).hasSizeGreaterThan(20);
        List<String> needles = needles();
        traces.forEach((where, text) -> assertThat(needles.stream().filter(text::contains).toList()).as(where)
                .isEmpty());
    }

    private void firstCallWithConsentAndARoom(Map<String, String> traces, Frames frames) {
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from("+" + NUMBER).place()) {
            asha.heard().awaitPrompt("language.offer", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("consent.forget", "ne", Duration.ofSeconds(60));
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "consent.known", "main.menu");
            asha.presses("1");
            asha.heard().awaitPrompt("category.stress", "ne", Duration.ofSeconds(20));
            asha.presses("9");
            try (Phone devi = line.hostInTheRoom(line.people().devi())) {
                devi.speaks(DEVIS_VOICE);
                asha.heard().awaitTone(DEVIS_VOICE, SOON);
                channels("in the room", traces, frames);
                asha.presses("2");
                asha.heard().awaitPrompt("room.hand.up", "ne", SOON);
                asha.presses("#");
                asha.heard().awaitPrompt("rating", "ne", SOON);
                asha.presses("4");
                asha.heard().awaitPrompt("rating.thanks", "ne", SOON);
            }
        }
    }

    private void crisisWithCallback(Map<String, String> traces, Frames frames) {
        line.exchange().number("9771300001").ringsOnly();
        var phone = line.exchange().number(NUMBER).answers(rung -> {});
        try (CrisisRoster roster = CrisisRoster.on(line).duty("9771300001");
                Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(NUMBER).place()) {
            asha.heard().awaitPrompt("greeting", "ne", SOON);
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            asha.presses("2");
            asha.heard().awaitPrompt("crisis.ringback.kept", "ne", SOON);
            channels("in the crisis path", traces, frames);
            asha.hangsUp();
            Phone rung = phone.awaitAnswered(SOON);
            rung.heard().awaitPrompt("callback.opening", "ne", SOON);
            channels("while called back", traces, frames);
            rung.presses("1");
            rung.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            rung.hangsUp();
        }
    }

    /** What Asterisk tells of its calls: every variable of each, and the list that the app is given. */
    private void channels(String when, Map<String, String> traces, Frames frames) {
        var unused = frames.send("CoreShowChannels", Map.of());
        for (String row : line.channels()) {
            String channel = row.substring(0, row.indexOf('!'));
            traces.put(channel + " " + when,
                    row + line.services().asterisk().process().ask("core show channel " + channel));
        }
    }

    private void tables(Map<String, String> traces) {
        for (String table : line.database().sql("SHOW TABLES").query(String.class).list()) {
            StringBuilder text = new StringBuilder();
            for (Map<String, Object> row : line.database().sql("SELECT * FROM `" + table + "`").query().listOfRows()) {
                row.values().forEach(value -> text.append(value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.ISO_8859_1) + HexFormat.of().formatHex(bytes)
                        : String.valueOf(value)).append('\n'));
            }
            traces.put("table " + table, text.toString());
        }
    }

    /** Every file of the line, the app and the database, whatever is in it. */
    private void files(Map<String, String> traces) throws IOException {
        try (Stream<Path> files = Files.walk(line.services().home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                traces.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static List<String> needles() {
        List<String> needles = new ArrayList<>(List.of(SUBSCRIBER, "984-1357924", "9841 357924", "984 1357924"));
        for (String spelling : List.of(NUMBER, "+" + NUMBER, "00" + NUMBER, SUBSCRIBER, "0" + SUBSCRIBER)) {
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
                byte[] hash = hash(algorithm, spelling);
                needles.add(HexFormat.of().formatHex(hash));
                needles.add(HexFormat.of().withUpperCase().formatHex(hash));
                needles.add(Base64.getEncoder().withoutPadding().encodeToString(hash));
                needles.add(new String(hash, StandardCharsets.ISO_8859_1));
            }
        }
        return needles;
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"98413\"57924", "9841;357924", "${SHELL(touch injected)}", "९८४१३५७९२४",
            "9841\r\nAction: Logoff", "9841,357924&Local/s@say"})
    void aHostileCallerIdIsServedAsWithheldAndInjectsNothing(String text) {
        hostile(text);
    }

    @Test
    void aCallerIdOf300DigitsIsServedAsWithheld() {
        hostile("9".repeat(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Asha\" <sip:911@example.test>", "Asha; DROP", "${SHELL(touch injected)}", "आशा",
            "Asha,s,1&Local/s@say"})
    void aHostileDisplayNameIsLeftNowhereAndItsCallerIsKnownAsEver(String name) {
        String number = known.remove();
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).fromRaw(number, name).place()) {
            asha.heard().awaitPrompt("greeting", "ne", SOON);
        }
        assertThat(logged().lines().filter(row -> row.contains(" ERROR ") || row.contains(" WARN "))).isEmpty();
        assertThat(logged()).doesNotContain(name);
        assertThat(line.services().asterisk().process().said()).doesNotContain(name);
    }

    /** It breaks the SIP message, so this call is dropped; no other is, and at most one line tells of it. */
    @Test
    void aLineBreakInADisplayNameInjectsNothingAndTheNextCallIsServed() {
        String number = known.remove();
        String name = "Asha\r\nX-Injected: yes\r\n\r\nAction: Logoff";
        assertThatThrownBy(
                () -> line.exchange().calls(TestLine.CALLER_NUMBER).fromRaw(number, name).place()).isNotNull();
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            asha.heard().awaitPrompt("greeting", "ne", SOON);
        }
        assertThat(logged().lines().filter(row -> row.contains(" ERROR ") || row.contains(" WARN ")))
                .hasSizeLessThan(2);
        assertThat(logged()).doesNotContain("X-Injected");
    }

    private void hostile(String text) {
        line.exchange().number("9771300001").ringsOnly();
        int before = line.exchange().rung().size();
        try (CrisisRoster roster = CrisisRoster.on(line).duty("9771300001");
                Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).fromRaw(text, "").place()) {
            asha.heard().awaitPrompt("language.offer", "ne", SOON);
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            asha.presses("2");
            asha.heard().awaitPrompt("crisis.callback.unable", "ne", SOON);
        }
        assertThat(line.exchange().rung().subList(before, line.exchange().rung().size())).containsOnly("9771300001");
        assertThat(logged().lines().filter(row -> row.contains(" ERROR ") || row.contains(" WARN "))).isEmpty();
        assertThat(logged()).doesNotContain(text);
        assertThat(line.services().asterisk().process().said()).doesNotContain(text);
    }
}
