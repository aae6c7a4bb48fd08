package np.saathi.ivr;

import static np.saathi.prompt.Prompt.REPORT_ALARM;
import static np.saathi.prompt.Prompt.REPORT_ALARM_NOBODY;
import static np.saathi.prompt.Prompt.REPORT_INTRO;
import static np.saathi.prompt.Prompt.REPORT_KEPT;
import static np.saathi.prompt.Prompt.REPORT_LATER;
import static np.saathi.prompt.Prompt.REPORT_LIST_KEYS;
import static np.saathi.prompt.Prompt.REPORT_NONE;
import static np.saathi.prompt.Prompt.REPORT_NOTE;
import static np.saathi.prompt.Prompt.REPORT_NOTE_AGAIN;
import static np.saathi.prompt.Prompt.REPORT_NOTE_SHORT;
import static np.saathi.prompt.Prompt.REPORT_NOTE_SPEAK;
import static np.saathi.prompt.Prompt.REPORT_NOTE_UNSENT;
import static np.saathi.prompt.Prompt.WELLBEING_LOW;
import static np.saathi.prompt.Prompt.WELLBEING_THANKS;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.ivr.dialogue.Listing;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.ivr.dialogue.Recording;
import np.saathi.message.UnsentNotes;
import np.saathi.prompt.Spoken;
import np.saathi.report.Answers;
import np.saathi.report.PhoneReports;
import np.saathi.safety.OnDuty;
import np.saathi.session.PeerSession;
import np.saathi.telephony.PhoneLine;

/**
 * What a host tells of a session; it is asked right after it, and found under 3 in the menu for a week:
 *
 * <pre>
 * risk 1–3 → follow-up 1, 2 → main topic 1–5 → 1 a voice note → how are you 1–5
 * each answer is spoken back, and kept at once, a voice note that was broken off for a day | # no answer (to the first: the whole report later)
 * </pre>
 */
@Component
class ReportFlow {
    private static final int DANGER = 3;
    private static final int LOW = 2;
    private static final Menu<Boolean> NOTE = VoiceNotes.Kind.wanted(REPORT_NOTE, REPORT_NOTE_AGAIN,
            REPORT_NOTE_SHORT);
    private static final Recording VOICE = VoiceNotes.Kind.speaking(REPORT_NOTE_SPEAK);
    private static final VoiceNotes.Kind NOTES = new VoiceNotes.Kind(UnsentNotes.Kind.REPORT, NOTE, VOICE,
            REPORT_NOTE_UNSENT);

    private final PhoneReports reports;
    private final VoiceNotes notes;
    private final OnDuty duty;
    private final Clock clock;

    ReportFlow(PhoneReports reports, VoiceNotes notes, OnDuty duty, Clock clock) {
        this.reports = reports;
        this.notes = notes;
        this.duty = duty;
        this.clock = clock;
    }

    boolean isDue(PhoneLine line, AccountId host) {
        return !line.meanwhile(() -> reports.due(host)).isEmpty();
    }

    /** Key 3 of the menu. */
    void open(PhoneLine line, AccountId host) {
        List<PeerSession> sessions = line.meanwhile(() -> reports.due(host));
        if (sessions.isEmpty()) {
            line.say(Spoken.of(REPORT_NONE));
        } else if (sessions.size() == 1) {
            line.say(named(sessions.getFirst(), clock));
            ask(line, host, sessions.getFirst().id());
        } else {
            due(clock).ask(line, sessions).ifPresent(session -> ask(line, host, session.id()));
        }
    }

    /** After a session, if it is one that this host has to report. */
    void after(PhoneLine line, AccountId host, long sessionId) {
        if (line.meanwhile(() -> reports.due(host)).stream().anyMatch(session -> session.id() == sessionId)) {
            line.say(Spoken.of(REPORT_INTRO));
            ask(line, host, sessionId);
        }
    }

    static Listing<PeerSession> due(Clock clock) {
        return Listing.speaking(session -> named(session, clock), REPORT_LIST_KEYS);
    }

    private static Spoken named(PeerSession session, Clock clock) {
        return Spoken.moment(session.startsAt(), clock.instant()).then(Spoken.category(session.category()));
    }

    private void ask(PhoneLine line, AccountId host, long session) {
        Optional<Integer> risk = ReportQuestions.RISK.ask(line);
        if (risk.isEmpty()) {
            line.say(Spoken.of(REPORT_LATER));
            return;
        }
        keep(line, host, session, answers(risk.get(), false, List.of(), null), false);
        if (risk.get() == DANGER) {
            line.say(Spoken.of(line.meanwhile(duty::anybody) ? REPORT_ALARM : REPORT_ALARM_NOBODY));
        }
        boolean followUp = ReportQuestions.FOLLOW_UP.ask(line).orElse(false);
        keep(line, host, session, answers(risk.get(), followUp, List.of(), null), false);
        List<String> topics = ReportQuestions.TOPIC.ask(line).map(ReportQuestions.Topic::code).stream().toList();
        keep(line, host, session, answers(risk.get(), followUp, topics, null), false);
        notes.ask(line, NOTES,
                new VoiceNotes.Asked(Optional.of(host), session, said -> reports.say(host, session, said)));
        line.say(Spoken.of(REPORT_KEPT));
        Optional<Integer> wellbeing = ReportQuestions.HOW_ARE_YOU.ask(line);
        keep(line, host, session, answers(risk.get(), followUp, topics, wellbeing.orElse(null)), true);
        wellbeing.ifPresent(answer -> thank(line, answer));
    }

    private static Answers answers(int risk, boolean followUp, List<String> topics, @Nullable Integer wellbeing) {
        return new Answers(risk, followUp, topics, null, wellbeing);
    }

    private void keep(PhoneLine line, AccountId host, long session, Answers answers, boolean complete) {
        line.during(() -> reports.keep(host, session, answers, complete));
    }

    private static void thank(PhoneLine line, int wellbeing) {
        if (wellbeing <= LOW) {
            line.ask(Spoken.of(WELLBEING_LOW), line.timeouts().help());
        } else {
            line.say(Spoken.of(WELLBEING_THANKS));
        }
    }
}
