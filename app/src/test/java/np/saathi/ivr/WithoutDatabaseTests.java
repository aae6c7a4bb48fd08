package np.saathi.ivr;

import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Prompt.CONSENT_AGREE;
import static np.saathi.prompt.Prompt.GOODBYE;
import static np.saathi.prompt.Prompt.GREETING;
import static np.saathi.prompt.Prompt.LANGUAGE_SET;
import static np.saathi.prompt.Prompt.MAIN_MENU;
import static np.saathi.prompt.Prompt.RESUME_UNABLE;
import static np.saathi.prompt.Prompt.WELCOME_FIRST;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import np.saathi.dev.junit.LogRecorder;
import np.saathi.prompt.Language;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;

/** The database is away: greeting, menu and help go on, groups are told to be out of reach, and nothing is written. */
class WithoutDatabaseTests {
    @RegisterExtension
    private final LogRecorder log = LogRecorder.of("np.saathi.ivr", "np.saathi.telephony");
    private final House house = new House();

    @Test
    void aCallerIsServedWithoutMemory() {
        house.callers.away(true);
        ScriptedCaller asha = whoPresses("1", "#");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(GREETING, MAIN_MENU, RESUME_UNABLE, MAIN_MENU, GOODBYE));
        assertThat(asha.reached()).as("no consent, so no step").isEmpty();
        assertThat(house.callers.remembered()).isZero();
    }

    @Test
    void theLogTellsItInOneLine() {
        house.callers.away(true);
        assertThat(whoPresses("#").calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(log.events()).singleElement().extracting(ILoggingEvent::getFormattedMessage).asString()
                .contains("goes on without the database").hasLineCount(1);
        assertThat(log.events()).allMatch(event -> event.getThrowableProxy() == null);
    }

    @Test
    void zeroAndTheLanguagesWork() {
        house.callers.away(true);
        ScriptedCaller asha = whoPresses("9", "1", "2", "0");
        assertThat(asha.calls(house.callerFlow)).isEqualTo(HELP);
        assertThat(asha.heard()).contains(LANGUAGE_SET.key());
        assertThat(asha.language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whoTriesAgainOnceItIsBackIsAskedForConsentBeforeAnyGroup() {
        house.live("stress");
        house.callers.away(true);
        ScriptedCaller asha = whoPresses("1", "1", "1").pressing(ScriptedCaller.HANGS_UP, CONSENT_AGREE)
                .whenHearing(RESUME_UNABLE, () -> house.callers.away(false));
        assertThat(asha.calls(house.callerFlow)).isEqualTo(HUNG_UP);
        assertThat(asha.heard()).containsSubsequence(keys(GREETING, MAIN_MENU, RESUME_UNABLE, MAIN_MENU, WELCOME_FIRST,
                CONSENT_AGREE));
        assertThat(asha.entered()).isEmpty();
    }

    @Test
    void whoIsInTheMenuWhenItGoesAwayIsToldAndBroughtBackThere() {
        house.ashaIsKnown();
        ScriptedCaller asha = whoPresses("9", "1", "2", "#").whenHearing(MAIN_MENU, () -> house.callers.away(true));
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).containsSubsequence(keys(GREETING, MAIN_MENU, RESUME_UNABLE, MAIN_MENU, GOODBYE));
    }

    @Test
    void whoComesBackFromTheCrisisPathMeanwhileIsToldAndKeepsTheSeatForLater() {
        house.callers.away(true);
        ScriptedCaller asha = whoPresses("#").metAt(Step.ROOM).backFromCrisis();
        assertThat(asha.calls(house.callerFlow)).isEqualTo(DONE);
        assertThat(asha.heard()).isEqualTo(keys(RESUME_UNABLE, MAIN_MENU, GOODBYE));
        assertThat(asha.step()).isEqualTo(Step.ROOM);
    }

    @Test
    void aFaultOfOursIsNoOutage() {
        ScriptedCaller asha = whoPresses("1").whenHearing(WELCOME_FIRST, () -> {
            throw new IllegalStateException("a fault of ours");
        });
        assertThatThrownBy(() -> asha.calls(house.callerFlow)).isInstanceOf(IllegalStateException.class);
    }
}
