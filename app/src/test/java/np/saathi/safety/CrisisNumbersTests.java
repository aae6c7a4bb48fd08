package np.saathi.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.TestClock;
import np.saathi.retention.Retention;
import np.saathi.web.Problem;

/** Roster and helplines: seeded once, edited, and on the exchange's side whatever happens. */
@SafetyModuleTest
class CrisisNumbersTests {
    private static final Path DIRECTORY = Path.of("target/test-safety");
    private static final Path FILE = DIRECTORY.resolve("crisis.conf");
    @Autowired
    CrisisFile file;
    @Autowired
    DutyRoster duty;
    @Autowired
    Helplines helplines;
    @Autowired
    RosterState state;
    @Autowired
    RosterSeed seed;
    @Autowired
    HelpNumbers numbers;
    @Autowired
    CrisisRetention retention;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    @Autowired
    jakarta.validation.Validator validator;

    @BeforeEach
    void anEmptyDatabase() throws IOException {
        rows.delete();
        ReflectionTestUtils.setField(file, "written", -1);
        deleteAllBut(DIRECTORY);
        file.start();
    }

    @Test
    void anEmptyDatabaseIsSeededFromTheConfigurationAndPushed() throws IOException {
        assertThat(Files.readString(FILE)).isEqualTo("""
                [duty]
                1 = 9771000002|18:00-22:00|*|*
                [helpline]
                1 = helpline.suicide|9771000003|*|*|*
                [spoken]
                1 = helpline.suicide|1166
                2 = helpline.ambulance|102
                [others]
                1 = helpline.women|1145
                2 = helpline.children|1098
                3 = helpline.police|100
                """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FILE))).isEqualTo("rw-r-----");
        assertThat(state.read().orElseThrow().pushedAt()).isEqualTo(clock.instant());
        assertThat(state.read().orElseThrow().upToDate()).isTrue();
    }

    @Test
    void whatThePanelEmptiedIsNotSeededAgain() throws IOException {
        duty.all().forEach(phone -> duty.remove(phone.id(), phone.version()));
        file.start();
        assertThat(duty.all()).isEmpty();
        assertThat(Files.readString(FILE)).startsWith("[duty]\n[helpline]");
    }

    @Test
    void aChangeIsOnTheExchangesSideAtOnceAndEncryptedInTheDatabase() throws IOException {
        DutyPhone added = duty.add(phone("9841000005", 1, "ne"));
        assertThat(Files.readString(FILE)).contains("1 = 9771000002|18:00-22:00|*|*\n2 = 9841000005|*|mon-fri|ne\n");
        assertThat(rows.dump()).doesNotContain("9841000005");
        duty.change(added.id(), added.version(), phone("9841000006", 1, "ne"));
        assertThat(Files.readString(FILE)).contains("9841000006").doesNotContain("9841000005");
        assertThat(duty.find(added.id()).orElseThrow().plan().number()).isEqualTo("9841000006");
        assertThat(state.read().orElseThrow().upToDate()).isTrue();
    }

    @Test
    void whatCannotBePushedIsKeptToldAndTriedAgain() throws IOException {
        deleteAllBut(DIRECTORY);
        Files.delete(DIRECTORY);
        Files.writeString(DIRECTORY, "no directory can be here");
        duty.add(phone("9841000005", 1, "*"));
        assertThat(duty.all()).hasSize(2);
        assertThat(state.read().orElseThrow().upToDate()).isFalse();
        Files.delete(DIRECTORY);
        file.pushSafely();
        assertThat(Files.readString(FILE)).contains("9841000005");
        assertThat(state.read().orElseThrow().upToDate()).isTrue();
    }

    @Test
    void aLostFileIsWrittenAgainAndALaterStartWritesWhatIsInTheDatabase() throws IOException {
        Files.delete(FILE);
        file.pushSafely();
        assertThat(FILE).exists();
        Files.writeString(FILE, "of an older run");
        ReflectionTestUtils.setField(file, "written", -1);
        file.start();
        assertThat(Files.readString(FILE)).startsWith("[duty]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "102", "0102", "+977100", "00977102", "101", "+14155550100", "12", "phone"})
    void emergencyServicesAndForeignNumbersAreNeverDialled(String number) {
        assertThat(validator.validate(phone(number, 1, "*"))).isNotEmpty();
        assertThat(validator.validate(helpline(number, null))).isNotEmpty();
    }

    @Test
    void theDatabaseItselfRefusesToDialAPoliceOrAmbulanceNumber() {
        assertThatThrownBy(() -> helplines.add(helpline("100", null)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1166", "16600102005", "+9779841000005", "9841000005", "014000000"})
    void numbersOfNepalMayBeRung(String number) {
        assertThat(validator.validate(phone(number, 1, "ne en"))).isEmpty();
        assertThat(validator.validate(helpline(number, null))).isEmpty();
    }

    @Test
    void hoursDaysAndLanguagesMustBeWhatTheExchangeReads() {
        assertThat(validator.validate(new DutyPhone.Plan("Devi", "9841000005", 1, "25:00-26:00", "mo", "nepali")))
                .extracting(wrong -> wrong.getPropertyPath().toString())
                .containsExactlyInAnyOrder("times", "days", "languages");
        assertThat(validator.validate(new DutyPhone.Plan("Devi", "9841000005", 1, "22:00-06:00", "mon-wed&sat", "ne")))
                .isEmpty();
    }

    @Test
    void aHelplineHasWordsThatTheLineCanSay() {
        assertThat(validator.validate(new Helpline.Plan("helpline.unknown", "1166", null, null, 1, "*", "*", "*")))
                .extracting(wrong -> wrong.getPropertyPath().toString()).containsExactly("sayable");
    }

    @Test
    void noThirdNumberIsReadFirst() throws IOException {
        assertThatThrownBy(() -> helplines.add(helpline(null, Helpline.Reading.FIRST)))
                .isInstanceOf(Problem.class);
        assertThat(helplines.all()).hasSize(6);
        assertThat(Files.readString(FILE)).doesNotContain("1199");
        helplines.add(helpline(null, Helpline.Reading.MORE));
        assertThat(Files.readString(FILE)).contains("4 = helpline.suicide|1199");
    }

    @Test
    void theChildrensNumberOfThePanelIsTheOneThatFlowsSpeak() {
        assertThat(numbers.children()).isEqualTo("1098");
        Helpline children = helplines.all().stream().filter(line -> line.plan().prompt().equals("helpline.children"))
                .findFirst().orElseThrow();
        helplines.change(children.id(), children.version(), new Helpline.Plan("helpline.children", null, "1099",
                Helpline.Reading.MORE, 1, "*", "*", "*"));
        assertThat(numbers.children()).isEqualTo("1099");
    }

    @Test
    void whoEditsAnOlderVersionIsRefusedAndNothingIsPushed() throws IOException {
        DutyPhone phone = duty.all().getFirst();
        duty.change(phone.id(), phone.version(), phone("9841000005", 1, "*"));
        assertThatThrownBy(() -> duty.change(phone.id(), phone.version(), phone("9841000006", 1, "*")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> duty.remove(phone.id(), phone.version()))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(Files.readString(FILE)).contains("9841000005").doesNotContain("9841000006");
    }

    @Test
    void whenSomebodySawItRingIsKept() {
        DutyPhone phone = duty.all().getFirst();
        assertThat(phone.testedAt()).isNull();
        assertThat(duty.tested(phone.id()).orElseThrow().testedAt()).isEqualTo(clock.instant());
        Helpline line = helplines.all().getFirst();
        assertThat(helplines.tested(line.id()).orElseThrow().testedAt()).isEqualTo(clock.instant());
        assertThat(duty.tested(4711)).isEmpty();
    }

    @Test
    void numbersPrintNowhere() {
        assertThat(phone("9841000005", 1, "*").toString()).doesNotContain("98410");
        assertThat(duty.all().toString()).doesNotContain("97710");
    }

    @Test
    void recordsOfCrisisCallsAreKeptTwoYears() {
        crisisAt(Duration.ofDays(730).minusMinutes(1));
        crisisAt(Duration.ofDays(730).plusMinutes(1));
        assertThat(retention.forget(clock.instant(), Retention.DEFAULT)).isOne();
        assertThat(jdbc.sql("SELECT started_at FROM crisis_record").query(Timestamp.class).list())
                .containsExactly(Timestamp.from(clock.instant().minus(Duration.ofDays(730).minusMinutes(1))));
    }

    private void crisisAt(Duration ago) {
        jdbc.sql("INSERT INTO crisis_record (note_hash, started_at, step, seconds, outcome) VALUES (?, ?, ?, 60, ?)")
                .params(ago.toString(), Timestamp.from(clock.instant().minus(ago)), "duty", "talked").update();
    }

    private static DutyPhone.Plan phone(String number, int position, String languages) {
        return new DutyPhone.Plan("Devi", number, position, "*", "mon-fri", languages);
    }

    private static Helpline.Plan helpline(@org.jspecify.annotations.Nullable String dial,
            Helpline.@org.jspecify.annotations.Nullable Reading reading) {
        return new Helpline.Plan("helpline.suicide", dial, reading == null ? null : "1199", reading, 99, "*", "*", "*");
    }

    private static void deleteAllBut(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (var files = Files.list(directory)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.delete(file);
            }
        }
    }
}
