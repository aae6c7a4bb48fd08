package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import np.saathi.telephony.Departure;

/** The reason that was written down beforehand wins over what ConfBridge says, and a call for help over both. */
class RoomExitTests {

    @ParameterizedTest(name = "{0} with MOVE={1}: {2}")
    @CsvSource({"DTMF,'',LEFT", "KICKED,'',REMOVED", "FAILED,'',REFUSED", "KICKED,ended,ENDED",
            "KICKED,removed,REMOVED", "KICKED,cancelled,CANCELLED", "KICKED,turned_back,TURNED_BACK",
            "KICKED,left,LEFT", "HANGUP,ended,ENDED", "DTMF,unheard-of,LEFT"})
    void whyTheCallerIsOut(String result, String move, Departure why) {
        assertThat(RoomExit.departure("|" + result + "|" + move)).contains(why);
    }

    @ParameterizedTest(name = "{0} alone proves nothing")
    @CsvSource({"HANGUP", "ENDMARKED", "''", "TIMEOUT"})
    void nobodyLeftByThatAlone(String result) {
        assertThat(RoomExit.departure("|" + result + "|")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Departure.class)
    void whatWeWriteDownIsWhatWeRead(Departure why) {
        assertThat(RoomExit.departure("|KICKED|" + Guard.plain(RoomExit.move(why)))).contains(why);
    }

    @ParameterizedTest
    @EnumSource(Departure.class)
    void whoAskedForHelpGoesThereWhateverElseHappenedInThatMoment(Departure why) {
        assertThat(RoomExit.departure("1|KICKED|" + RoomExit.move(why))).contains(Departure.CRISIS);
        assertThat(RoomExit.departure("1|DTMF|")).contains(Departure.CRISIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KICKED", "1|KICKED|ended|more"})
    void whatTheDialplanDoesNotWriteIsNotGuessedAt(String leftBy) {
        assertThatIllegalArgumentException().isThrownBy(() -> RoomExit.departure(leftBy));
    }
}
