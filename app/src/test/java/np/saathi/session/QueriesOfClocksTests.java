package np.saathi.session;

import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.caller.Caller;
import np.saathi.dev.database.RecordedStatements;
import np.saathi.dev.database.RecordedStatements.Access;
import np.saathi.dev.database.RecordedStatements.Statements;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteers;

/**
 * What every clock, every recurring job and every event of the exchange asks the database, with years of rows in it:
 * nothing of it may read a table whole that grows. Each statement is taken down as it is executed, so that a new one is
 * looked at too.
 */
@WebTest
@Import(RecordedStatements.class)
class QueriesOfClocksTests {
    private static final int YEARS_OF_ROWS = 20_000;
    /** Once an hour, in the night as well: it may take its time. */
    private static final Set<String> NOT_EACH_SECOND = Set.of("retention");
    /** Those that hold a few rows for ever, or what is open now only. */
    private static final Set<String> SMALL = Set.of("category", "category_name", "line_language", "timetable",
            "operating_settings", "duty_phone", "helpline", "crisis_roster", "roll_up", "session_series",
            "prompt_recording", "prompt_review", "words_override", "event_publication", "volunteer",
            "volunteer_language", "volunteer_category", "series_host");
    private static final CallId ASHA = new CallId("asha.1");
    private static final CallId BIKASH = new CallId("bikash.1");
    private static final CallId DEVI = new CallId("devi.1");
    @Autowired
    Statements statements;
    @Autowired
    List<RecurringTask<?>> recurring;
    @Autowired
    List<ScheduledTaskHolder> scheduled;
    @Autowired
    ApplicationEventPublisher exchange;
    @Autowired
    SessionClock sessionClock;
    @Autowired
    Sessions sessions;
    @Autowired
    Volunteers volunteers;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;
    private Room room = Room.random();

    @BeforeEach
    void yearsOfWork() {
        rows.delete();
        // an id has no zeros; those that are drawn later are others
        fill("account (id, version, role, nickname_first, nickname_second, created_at)",
                "CONV(seq, 10, 9) + 111111, 0, 'USER', 1, 1, :past");
        AccountId devi = volunteers.register(new Pin("482913"), Training.CERTIFIED, Set.of(NEPALI), Set.of("stress"))
                .account();
        fill("peer_session (version, category, language, title, starts_at, duration_minutes, capacity, room, state, "
                + "talk_room)",
                "0, 'stress', 'ne', '', :past, 60, 8, CONCAT('room', seq), 'ENDED', "
                        + "CONCAT('talk', seq)");
        fill("participant (session_id, call_id, role, language, seat, taken_at, joined_at, in_room, muted, left_at, "
                + "outcome)",
                "seq, CONCAT('call.', seq), IF(seq % 3, 'CALLER', 'HOST'), 'ne', 1, :past, :past, FALSE, "
                        + "FALSE, :past, 'LEFT'");
        fill("ring (name, purpose, subject, language, patience_seconds, pause_seconds, tries, most_tries, arranged_at, "
                + "due_at, over_at, outcome, expires_at)",
                "UUID(), ELT(1 + seq % 3, 'GROUP', 'HOST', 'DUTY'), seq, "
                        + "'ne', 30, 120, 3, 3, :now, :now, :now, 'NO_ANSWER', :now");
        fill("alert (version, cause, kind, state, language, raised_at, ring_at, handled_at)",
                "0, seq, 'DANGER', 'TAKEN', 'ne', :past, :past, :past");
        fill("room_flag (session_id, kind, raised_at, last_at, handled_at, handled_by)",
                "seq, 'HOST', :past, :past, :past, '111111'");
        fill("call_log (started_at, day, seconds, abandoned, no_host, rolled)", ":past, :past, 60, FALSE, FALSE, TRUE");
        fill("private_message (name, caller_id, from_caller, language, seconds, sent_at, heard_at, answered_at)",
                "UUID(), CONV(seq, 10, 9) + 111111, TRUE, 'ne', 20, :past, :past, :past");
        fill("moderation_act (session_id, account_id, action, done_at)", "seq, '" + devi + "', 'MUTE', :past");
        fill("session_report (version, session_id, account_id, risk, follow_up, topics, filed_at)",
                "0, seq, '" + devi + "', 1, FALSE, '', :past");
        fill("session_host (session_id, account_id)", "seq, '" + devi + "'");
        jdbc.sql("ANALYZE TABLE peer_session, participant, ring, alert, room_flag, call_log, account, "
                + "private_message, moderation_act, session_report, session_host").query().listOfRows();
        room = aGroupThatTalks(devi);
        clock.pass(Duration.ofMinutes(10)); // long enough that the host is looked for
    }

    @AfterEach
    void empty() {
        rows.delete();
    }

    private void fill(String table, String values) {
        jdbc.sql("INSERT INTO " + table + " SELECT " + values + " FROM seq_1_to_" + YEARS_OF_ROWS)
                .param("past", Timestamp.from(clock.instant().minus(Duration.ofDays(100))))
                .param("now", Timestamp.from(clock.instant())).update();
    }

    private Room aGroupThatTalks(AccountId devi) {
        PeerSession session = sessions.plan(new SessionPlan("stress", NEPALI, "Stress", clock.instant(),
                Duration.ofMinutes(60), SessionPlan.USUAL_CAPACITY, Set.of(devi)));
        sessionClock.tick();
        var _ = sessions.takeHostSeat(session.id(), devi, DEVI).orElseThrow();
        exchange.publishEvent(new TelephonyEvent.Joined(DEVI, session.room(), clock.instant()));
        for (CallId call : List.of(ASHA, BIKASH)) {
            var _ = sessions.takeSeat(session.id(), Caller.unknown(NEPALI), call, NEPALI).orElseThrow();
            exchange.publishEvent(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        }
        return session.room();
    }

    @Test
    void noneReadsAGrowingTableWhole() throws SQLException {
        statements.record();
        recurring.stream().filter(task -> !NOT_EACH_SECOND.contains(task.getName())).forEach(QueriesOfClocksTests::run);
        scheduled.stream().map(ScheduledTaskHolder::getScheduledTasks).flatMap(Collection::stream)
                .map(ScheduledTask::getTask).forEach(task -> task.getRunnable().run());
        everyEvent(room);
        List<String> asked = statements.stop();
        // those that were slow: seen at all, so that this test looks at something
        assertThat(asked).anyMatch(sql -> sql.contains("heard_at, taken_at")).anyMatch(sql -> sql.contains("FROM ring"))
                .anyMatch(sql -> sql.contains("FROM alert")).anyMatch(sql -> sql.contains("`talk_room` ="));
        Set<String> whole = new TreeSet<>();
        for (Access access : statements.explained()) {
            if (access.table() != null && !access.table().startsWith("<") && readsAll(access)) {
                whole.add(access.toString());
            }
        }
        assertThat(whole).isEmpty();
    }

    private static boolean readsAll(Access access) {
        return ("ALL".equals(access.type()) || "index".equals(access.type()))
                && !SMALL.contains(String.valueOf(access.table()).toLowerCase(Locale.ROOT));
    }

    private void everyEvent(Room inRoom) {
        Instant now = clock.instant();
        Room talk = new Room("atalkthatis");
        for (TelephonyEvent event : List.of(new TelephonyEvent.Joined(ASHA, inRoom, now),
                new TelephonyEvent.Joined(ASHA, talk, now),
                new TelephonyEvent.TalkingChanged(DEVI, inRoom, true, now), new TelephonyEvent.MuteChanged(ASHA, inRoom,
                        true, now),
                new TelephonyEvent.Left(ASHA, inRoom, now), new TelephonyEvent.CrisisSettled(now),
                new TelephonyEvent.CallbackTaken("none", now),
                new TelephonyEvent.RingOver("none", TelephonyEvent.Answer.BUSY, now),
                new TelephonyEvent.LinkLost(now),
                new TelephonyEvent.Snapshot(now.minus(Duration.ofDays(1)), Set.of(ASHA, DEVI),
                        Map.of(inRoom, Set.of(ASHA, DEVI), talk, Set.of(BIKASH)), now),
                new TelephonyEvent.HungUp(BIKASH, now))) {
            exchange.publishEvent(event);
        }
    }

    private static <T> void run(RecurringTask<T> task) {
        // none of ours looks at the context of its turn
        ExecutionContext noContext = new ExecutionContext(null, null, null, null);
        var _ = task.execute(new TaskInstance<>(task.getName(), RecurringTask.INSTANCE), noContext);
    }
}
