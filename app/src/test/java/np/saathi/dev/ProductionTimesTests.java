package np.saathi.dev;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import np.saathi.dev.process.Project;
import np.saathi.dev.process.Tools;
import np.saathi.session.SessionProperties;
import np.saathi.telephony.DialogueTimeouts;

/**
 * How long people are waited for in production. Tests of calls wait for less ({@link TestTimes}), so that a changed
 * default would be seen nowhere else.
 */
class ProductionTimesTests {
    /** One second of music: GSM has 33 bytes each 20 ms. */
    private static final int A_SECOND = 33 * 50;
    private static final Path CONFIGURATION = Project.directory("asterisk-config");
    @TempDir
    Path home;
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theAppWaitsAsLongAsTheProductSays() {
        assertThat(DefaultProperties.of(DialogueTimeouts.class)).isEqualTo(new DialogueTimeouts(seconds(6), seconds(15),
                seconds(10), seconds(6), seconds(6), seconds(6), seconds(6), seconds(6), seconds(3)));
        assertThat(DefaultProperties.of(SessionProperties.class)).isEqualTo(new SessionProperties(seconds(1),
                Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofMinutes(3), Duration.ofMinutes(5),
                Duration.ofMinutes(5), Duration.ofMinutes(5), seconds(30), Duration.ofMinutes(3)));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @BeforeEach
    void whatMustBeSet() throws IOException {
        for (String directory : List.of("modules", "music", "documentation", "sounds", "recordings", "crisis")) {
            Files.createDirectory(home.resolve(directory));
        }
        Files.write(home.resolve("music/song.gsm"), new byte[60 * A_SECOND]);
        Files.writeString(home.resolve("ami"), "not-a-real-secret-1");
        environment.putAll(Map.of("SAATHI_MODULES", path("modules"), "SAATHI_MUSIC", path("music"), "SAATHI_SOUNDS",
                path("sounds"), "SAATHI_RECORDINGS", path("recordings"), "SAATHI_CRISIS", path("crisis"), "SAATHI_ETC",
                path("etc"), "SAATHI_HOME", path("run"), "SAATHI_AMI_SECRET_FILE", path("ami")));
        environment.putAll(Map.of("SAATHI_SIP_BIND", "127.0.0.1:5060", "SAATHI_RTP_START", "10000", "SAATHI_RTP_END",
                "10199", "SAATHI_AMI_BIND", "127.0.0.1", "SAATHI_AMI_PORT", "5038", "SAATHI_AGI", "127.0.0.1:4573",
                "SAATHI_TRUNK_MATCH", "127.0.0.1", "SAATHI_TRUNK_HOST", "127.0.0.1"));
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    private Tools.Outcome configure() {
        return Tools.run(Duration.ofSeconds(30), environment,
                List.of("/bin/sh", CONFIGURATION.resolve("configure").toString()));
    }

    /** The times among the globals of the dialplan. */
    private Map<String, String> times() throws IOException {
        assertThat(configure()).extracting(Tools.Outcome::exit, Tools.Outcome::output).containsExactly(0, "");
        try (Stream<String> rows = Files.lines(home.resolve("etc/instance/globals.conf"))) {
            return rows.map(row -> row.split(" = ", 2)).filter(row -> row[0].endsWith("_SECONDS"))
                    .collect(toMap(row -> row[0], row -> row[1]));
        }
    }

    @Test
    void asteriskWaitsAsLongAsTheProductSays() throws IOException {
        assertThat(times()).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("LOST_APP_SECONDS", "30"),
                Map.entry("CRISIS_RING_SECONDS", "30"), Map.entry("CRISIS_JOIN_SECONDS", "10"),
                Map.entry("CRISIS_ACCEPT_SECONDS", "8"), Map.entry("CRISIS_HELPLINE_SECONDS", "30"),
                Map.entry("CRISIS_TALK_SECONDS", "15"), Map.entry("CRISIS_NUMBERS_BY_SECONDS", "90"),
                Map.entry("CRISIS_KEY_SECONDS", "8"), Map.entry("CHOICES_KEY_SECONDS", "4"),
                Map.entry("CHOICES_SECONDS", "600"), Map.entry("BUSY_KEY_SECONDS", "5"),
                Map.entry("FAREWELL_KEY_SECONDS", "2"), Map.entry("CALLBACK_KEY_SECONDS", "6")));
        // "We are with you" every ten seconds: one sentence and six seconds of music, or two and four.
        assertThat(home.resolve("run/data/hold/music.gsm")).hasSize(6 * A_SECOND);
        assertThat(home.resolve("run/data/hold/less.gsm")).hasSize(4 * A_SECOND);
    }

    @Test
    void whatATestSetsReachesTheDialplanAndTheApp() throws IOException {
        environment.putAll(TestTimes.asterisk());
        assertThat(times()).containsEntry("CRISIS_RING_SECONDS", environment.get("SAATHI_CRISIS_RING_SECONDS"))
                .allSatisfy((name, value) -> assertThat(value)
                        .isEqualTo(TestTimes.asterisk().getOrDefault("SAATHI_" + name, value)));
        int reassure = Integer.parseInt(environment.get("SAATHI_CRISIS_REASSURE_SECONDS"));
        assertThat(home.resolve("run/data/hold/music.gsm")).hasSize((reassure - 4) * A_SECOND);
        DialogueTimeouts app = new Binder(new MapConfigurationPropertySource(TestTimes.app()))
                .bind("saathi.dialogue.timeout", DialogueTimeouts.class).get();
        assertThat(app.menu()).isEqualTo(TestTimes.MENU);
        assertThat(app.roomMenu()).isEqualTo(TestTimes.ROOM_MENU);
    }

    @ParameterizedTest
    @CsvSource({"RING, 0", "RING, 1.5", "RING, '30;'", "JOIN, 30", "NUMBERS_BY, 50", "REASSURE, 6"})
    void timesThatCanNotBeAreRefusedByName(String name, String value) {
        environment.put("SAATHI_CRISIS_" + name + "_SECONDS", value);
        assertThat(configure().exit()).isNotZero();
        assertThat(configure().output()).contains("SAATHI_CRISIS_" + name + "_SECONDS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extensions.conf", "extensions_crisis.conf"})
    void noSilenceOfTheDialplanHasALengthOfItsOwn(String file) throws IOException {
        assertThat(Files.readAllLines(CONFIGURATION.resolve(file))).filteredOn(row -> row.contains("WaitExten("))
                .isNotEmpty().allMatch(row -> row.contains("_SECONDS})") || row.contains("m(default)"));
    }
}
