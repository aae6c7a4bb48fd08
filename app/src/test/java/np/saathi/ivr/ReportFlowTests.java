package np.saathi.ivr;

import static np.saathi.ivr.House.DEVI;
import static np.saathi.ivr.House.DEVIS_ID;
import static np.saathi.ivr.House.DEVIS_PIN;
import static np.saathi.ivr.House.keys;
import static np.saathi.prompt.Language.NEPALI;
import static np.saathi.prompt.Prompt.ANSWER_RIGHT;
import static np.saathi.prompt.Prompt.HOST_ENDED;
import static np.saathi.prompt.Prompt.HOST_MENU;
import static np.saathi.prompt.Prompt.HOST_REPORT_DUE;
import static np.saathi.prompt.Prompt.MESSAGE_NOTHING;
import static np.saathi.prompt.Prompt.REPORT_ALARM;
import static np.saathi.prompt.Prompt.REPORT_ALARM_NOBODY;
import static np.saathi.prompt.Prompt.REPORT_FOLLOWUP;
import static np.saathi.prompt.Prompt.REPORT_FOLLOWUP_NO;
import static np.saathi.prompt.Prompt.REPORT_INTRO;
import static np.saathi.prompt.Prompt.REPORT_KEPT;
import static np.saathi.prompt.Prompt.REPORT_LATER;
import static np.saathi.prompt.Prompt.REPORT_LIST_KEYS;
import static np.saathi.prompt.Prompt.REPORT_NONE;
import static np.saathi.prompt.Prompt.REPORT_NOTE;
import static np.saathi.prompt.Prompt.REPORT_NOTE_UNSENT;
import static np.saathi.prompt.Prompt.REPORT_RISK;
import static np.saathi.prompt.Prompt.REPORT_RISK_DANGER;
import static np.saathi.prompt.Prompt.REPORT_RISK_NONE;
import static np.saathi.prompt.Prompt.REPORT_RISK_TROUBLED;
import static np.saathi.prompt.Prompt.REPORT_TOPIC;
import static np.saathi.prompt.Prompt.REPORT_TOPIC_FAMILY;
import static np.saathi.prompt.Prompt.WELLBEING;
import static np.saathi.prompt.Prompt.WELLBEING_LOW;
import static np.saathi.prompt.Prompt.WELLBEING_SAID;
import static np.saathi.prompt.Prompt.WELLBEING_THANKS;
import static np.saathi.telephony.ScriptedCaller.HANGS_UP;
import static np.saathi.telephony.ScriptedCaller.Ending.DONE;
import static np.saathi.telephony.ScriptedCaller.Ending.HELP;
import static np.saathi.telephony.ScriptedCaller.Ending.HUNG_UP;
import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.message.UnsentNotes;
import np.saathi.report.Answers;
import np.saathi.session.PeerSession;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.Step;
import np.saathi.volunteer.Training;

/** The report by keypad: each answer spoken back and kept at once, and then how the host is. */
class ReportFlowTests {
    private final House house = new House();

    @Test
    void afterASessionEachAnswerIsSpokenBackAndKept() {
        ScriptedCaller devi = hosting("2", "1", "2", "1", "2", "1", "2", "4", "1", "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        List<String> heard = new ArrayList<>(keys(HOST_ENDED, REPORT_INTRO, REPORT_RISK, REPORT_RISK_TROUBLED,
                ANSWER_RIGHT, REPORT_FOLLOWUP, REPORT_FOLLOWUP_NO, ANSWER_RIGHT, REPORT_TOPIC, REPORT_TOPIC_FAMILY,
                ANSWER_RIGHT, REPORT_NOTE, REPORT_KEPT, WELLBEING, WELLBEING_SAID));
        heard.add("number.4");
        heard.addAll(keys(ANSWER_RIGHT, WELLBEING_THANKS, HOST_MENU));
        assertThat(devi.heard()).containsSequence(heard);
        assertThat(house.reports.kept()).containsExactly(new Answers(2, false, List.of(), null, null),
                new Answers(2, false, List.of(), null, null), new Answers(2, false, List.of("family"), null, null),
                new Answers(2, false, List.of("family"), null, 4));
        assertThat(house.reports.isComplete(stress())).isTrue();
        assertThat(devi.reached()).contains(Step.RATING);
    }

    @Test
    void aWrongAnswerIsGivenAgain() {
        ScriptedCaller devi = hosting("3", "2", "1", "1", HANGS_UP);
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).containsSubsequence(keys(REPORT_RISK, REPORT_RISK_DANGER, ANSWER_RIGHT, REPORT_RISK,
                REPORT_RISK_NONE, ANSWER_RIGHT, REPORT_FOLLOWUP)).doesNotContain(REPORT_ALARM.key());
        assertThat(house.reports.kept()).containsExactly(new Answers(1, false, List.of(), null, null));
    }

    @Test
    void dangerIsKeptBeforeTheNextQuestionAndTheHostIsToldWhatFollows() {
        ScriptedCaller devi = hosting("3", "1", HANGS_UP);
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(devi.heard()).contains(REPORT_ALARM.key());
        assertThat(house.reports.kept()).containsExactly(new Answers(3, false, List.of(), null, null));
    }

    @Test
    void withNobodyOnDutyDangerIsKeptAndTheHostHearsSoAndTheWayToHelp() {
        house.onDuty.nobodyIs();
        ScriptedCaller devi = hosting("3", "1", HANGS_UP);
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(REPORT_ALARM_NOBODY.key()).doesNotContain(REPORT_ALARM.key());
        assertThat(house.reports.kept()).containsExactly(new Answers(3, false, List.of(), null, null));
        assertThat(hosting("3", "1").pressing("0", REPORT_ALARM_NOBODY).calls(house.volunteerFlow)).isEqualTo(HELP);
    }

    @Test
    void hangingUpLosesNothingAndTheMenuTellsWhatIsDue() {
        hosting("2", "1", HANGS_UP).calls(house.volunteerFlow);
        ScriptedCaller later = signedIn("3", "2", "1", "1", "1", "3", "1", "2", "3", "1", "#");
        later.named("later").calls(house.volunteerFlow);
        assertThat(later.heard()).containsSubsequence(HOST_REPORT_DUE.key(), HOST_MENU.key(), "category.stress",
                REPORT_RISK.key(), WELLBEING_THANKS.key(), HOST_MENU.key());
        assertThat(later.heard()).filteredOn(HOST_REPORT_DUE.key()::equals).hasSize(1);
        assertThat(house.reports.isComplete(stress())).isTrue();
        assertThat(house.reports.kept()).endsWith(new Answers(2, true, List.of("loss"), null, 3));
    }

    @Test
    void hashAtTheFirstQuestionAndSilenceLeaveItForLater() {
        ScriptedCaller devi = hosting("#", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).containsSubsequence(keys(REPORT_RISK, REPORT_LATER, HOST_REPORT_DUE, HOST_MENU));
        ScriptedCaller silent = signedIn("3", "", "", "", "#").named("silent");
        silent.calls(house.volunteerFlow);
        assertThat(silent.heard()).contains(REPORT_LATER.key());
        assertThat(house.reports.kept()).isEmpty();
    }

    @Test
    void silenceAfterAnAnswerLetsItStand() {
        ScriptedCaller devi = hosting("3", "", "", "", HANGS_UP);
        devi.calls(house.volunteerFlow);
        assertThat(house.reports.kept()).containsExactly(new Answers(3, false, List.of(), null, null));
    }

    @Test
    void aVoiceNoteIsKeptAndSilenceIsNot() {
        ScriptedCaller devi = hosting("1", "1", "2", "1", "#", "1", "#", "1", "#", "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(house.reports.voices()).containsExactly(stress().id());
        house.voices.areSilent();
        PeerSession grief = ended("grief");
        ScriptedCaller quiet = signedIn("3", "1", "1", "2", "1", "#", "1", "#", "1", "#", "#").named("quiet");
        quiet.calls(house.volunteerFlow);
        assertThat(quiet.heard()).contains(MESSAGE_NOTHING.key());
        assertThat(house.reports.voices()).doesNotContain(grief.id());
        assertThat(house.reports.isComplete(grief)).isTrue();
    }

    @Test
    void aVoiceNoteThatIsBrokenOffWaitsForTheRestOfItsReport() throws Exception {
        ScriptedCaller devi = hosting("1", "1", "2", "1", "#", "1", "#" + HANGS_UP);
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(HUNG_UP);
        assertThat(house.unsentNotes.kept().await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(house.reports.voices()).isEmpty();
        ScriptedCaller later = signedIn("3", "1", "1", "2", "1", "#", "2", "1", "#", "#").named("later");
        later.calls(house.volunteerFlow);
        assertThat(later.heard()).containsSubsequence(keys(REPORT_TOPIC, REPORT_NOTE_UNSENT, REPORT_KEPT))
                .doesNotContain(REPORT_NOTE.key());
        assertThat(later.sounds()).as("listened to").hasSize(1);
        assertThat(house.reports.voices()).containsExactly(stress().id());
        assertThat(house.unsentNotes.find(DEVI, UnsentNotes.Kind.REPORT)).isEmpty();
    }

    @Test
    void whoIsUnwellIsOfferedSomebodyAtOnce() {
        ScriptedCaller devi = hosting("1", "1", "2", "1", "#", "2", "1", "1", "0");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(HELP);
        assertThat(devi.heard()).endsWith(WELLBEING_LOW.key());
        assertThat(house.reports.kept()).endsWith(new Answers(1, false, List.of(), null, 1));
    }

    @Test
    void zeroInTheReportIsHelpAndTheReportFollowsAfterIt() {
        ScriptedCaller devi = hosting("0");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(HELP);
        devi.forgetsWhatWasHeard();
        devi.backFromCrisis().thenPresses("#", "#");
        assertThat(devi.calls(house.volunteerFlow)).isEqualTo(DONE);
        assertThat(devi.heard()).startsWith(keys(REPORT_INTRO, REPORT_RISK).toArray(String[]::new));
    }

    @Test
    void ofSeveralDueOneIsChosen() {
        ended("stress");
        PeerSession grief = ended("grief");
        ScriptedCaller devi = signedIn("3", "2", "1", "1", "1", "2", "1", "#", "2", "#", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(REPORT_LIST_KEYS.key());
        assertThat(house.reports.isComplete(grief)).isTrue();
        assertThat(house.reports.isComplete(stress())).isFalse();
    }

    @Test
    void withNothingDueItIsSaid() {
        ScriptedCaller devi = signedIn("3", "#");
        devi.calls(house.volunteerFlow);
        assertThat(devi.heard()).contains(REPORT_NONE.key()).doesNotContain(HOST_REPORT_DUE.key());
    }

    @Test
    void aTraineeWhoListenedIsNotAsked() {
        AccountId tara = house.volunteers.trained(Training.TRAINEE, "111222", "9999", NEPALI).account();
        PeerSession stress = house.sessions.waiting("stress", NEPALI, 8, DEVI, tara);
        ScriptedCaller listener = whoPresses("111222", "9999#", "1", "#");
        listener.inTheRoom(_ -> {
            house.comesIn(listener, stress);
            house.sessions.hostComes(stress, DEVI);
            house.sessions.sessions().end(stress.id());
            return Departure.ENDED;
        }).calls(house.volunteerFlow);
        assertThat(listener.heard()).contains(HOST_ENDED.key()).doesNotContain(REPORT_RISK.key());
    }

    private static ScriptedCaller signedIn(String... then) {
        return whoPresses(DEVIS_ID, DEVIS_PIN + "#").thenPresses(then);
    }

    /** Devi hosts until the session has ended, and then presses these keys. */
    private ScriptedCaller hosting(String... then) {
        PeerSession stress = house.waiting("stress");
        ScriptedCaller devi = signedIn("1").thenPresses(then);
        return devi.inTheRoom(_ -> {
            house.comesIn(devi, stress);
            house.sessions.sessions().end(stress.id());
            return Departure.ENDED;
        });
    }

    private PeerSession ended(String category) {
        PeerSession session = house.live(category);
        house.sessions.sessions().end(session.id());
        return session;
    }

    private PeerSession stress() {
        return house.sessions.all().getFirst();
    }
}
