package np.saathi.telephony.asterisk;

import static np.saathi.telephony.asterisk.ScriptedAsterisk.DEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import np.saathi.telephony.CrisisLedger;

/** What Asterisk noted of crisis calls is written down here before it is forgotten there. */
class CrisisNotesTests {
    private static final String KEYS = "${DB_KEYS(crisis)}";
    private static final String FIRST = "1795338540.3-1795338600";
    private static final String SECOND = "1795338541.4-1795338700";
    private final List<String> written = new ArrayList<>();
    private boolean ledgerIsAway;
    private final CrisisNotes notes = new CrisisNotes(this::write);

    private void write(String note, Instant started, String step, Duration lasted, String outcome,
            CrisisLedger.Line line) {
        if (ledgerIsAway) {
            throw new IllegalStateException("no ledger in this test");
        }
        written.add(note + " " + started.getEpochSecond() + " " + step + " " + lasted.toSeconds() + " " + outcome + " "
                + line);
    }

    private static String value(String note) {
        return "${DB(crisis/" + note + ")}";
    }

    private ScriptedAsterisk collect(UnaryOperator<ScriptedAsterisk> script) {
        try (ScriptedAsterisk asterisk = new ScriptedAsterisk(notes)) {
            return script.apply(
                    asterisk.has(KEYS, FIRST + "," + SECOND).has(value(FIRST), "1795338600|duty|34|talked|hung_up")
                            .has(value(SECOND), "1795338700|numbers|95|gone|broke"))
                    .call();
        }
    }

    private static List<String> deleted(ScriptedAsterisk asterisk) {
        return asterisk.commands("DATABASE DEL");
    }

    @Test
    void everyNoteIsWrittenDownThenDeleted() {
        ScriptedAsterisk asterisk = collect(as -> as);
        assertThat(written).containsExactly(FIRST + " 1795338600 duty 34 talked HUNG_UP",
                SECOND + " 1795338700 numbers 95 gone BROKE");
        assertThat(deleted(asterisk)).hasSize(2);
        assertThat(deleted(asterisk).getFirst()).contains(FIRST);
        assertThat(notes.left()).isFalse();
    }

    @Test
    void whatCanNotBeWrittenDownStaysAndIsFetchedAgain() {
        ledgerIsAway = true;
        assertThat(deleted(collect(as -> as))).isEmpty();
        assertThat(notes.left()).isTrue();
        ledgerIsAway = false;
        assertThat(deleted(collect(as -> as))).hasSize(2);
        assertThat(notes.left()).isFalse();
    }

    @Test
    void aNoteThatNobodyCanReadStaysAndTheOthersAreTaken() {
        for (String odd : List.of("today|duty|34|talked|up", "1795338600|duty", "1795338600|duty|long|talked|up",
                "1795338600|duty|34|talked|down")) {
            written.clear();
            ScriptedAsterisk asterisk = collect(as -> as.has(value(FIRST), odd));
            assertThat(written).containsExactly(SECOND + " 1795338700 numbers 95 gone BROKE");
            assertThat(deleted(asterisk)).singleElement().asString().contains(SECOND);
        }
    }

    @Test
    void noNotesAreNoWork() {
        assertThat(deleted(collect(as -> as.has(KEYS, "")))).isEmpty();
        assertThat(written).isEmpty();
        assertThat(notes.left()).isFalse();
    }

    @Test
    void aCollectionThatAsteriskEndsIsNoFault() {
        assertThat(deleted(collect(as -> as.answers("GET FULL VARIABLE", DEAD)))).isEmpty();
        assertThat(notes.left()).isFalse();
    }
}
