package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import np.saathi.telephony.Departure;

/** The reason that was written down beforehand wins over what ConfBridge says. */
class RoomExitTests {

    @ParameterizedTest(name = "{0} with MOVE={1}: {2}")
    @CsvSource({"DTMF,'',LEFT", "KICKED,'',REMOVED", "FAILED,'',REFUSED", "DTMF,crisis,CRISIS", "KICKED,ended,ENDED",
            "KICKED,removed,REMOVED", "KICKED,cancelled,CANCELLED", "KICKED,turned_back,TURNED_BACK",
            "KICKED,left,LEFT", "HANGUP,ended,ENDED", "'',crisis,CRISIS", "DTMF,unheard-of,LEFT"})
    void whyTheCallerIsOut(String result, String move, Departure why) {
        assertThat(RoomExit.departure(result, move)).contains(why);
    }

    @ParameterizedTest(name = "{0} alone proves nothing")
    @CsvSource({"HANGUP", "ENDMARKED", "''", "TIMEOUT"})
    void nobodyLeftByThatAlone(String result) {
        assertThat(RoomExit.departure(result, "")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Departure.class)
    void whatWeWriteDownIsWhatWeRead(Departure why) {
        assertThat(RoomExit.departure("KICKED", Guard.plain(RoomExit.move(why)))).contains(why);
    }

    @Test
    void crisisIsWrittenAsTheDialplanWritesIt() {
        assertThat(RoomExit.move(Departure.CRISIS)).isEqualTo("crisis");
    }
}
