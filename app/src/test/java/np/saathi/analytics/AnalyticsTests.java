package np.saathi.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.analytics.FigureQuery.Span;
import np.saathi.analytics.FigureQuery.Split;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;
import np.saathi.feedback.RatingGiven;
import np.saathi.prompt.Language;
import np.saathi.retention.Retention;
import np.saathi.safety.CrisisServed;
import np.saathi.session.GroupEnded;
import np.saathi.session.Outcome;
import np.saathi.session.VisitEnded;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.CallId;
import np.saathi.telephony.CallServed;
import np.saathi.telephony.Seat;
import np.saathi.telephony.Step;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.TestCall;

import tools.jackson.databind.json.JsonMapper;

@ModuleTest(with = {"identity", "web"})
class AnalyticsTests {
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    Analytics analytics;
    @Autowired
    RollUp rollUp;
    @Autowired
    CallLog calls;
    @Autowired
    CallLogRetention retention;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    JsonMapper json;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;
    private int call;

    @BeforeEach
    void nothingHappenedYet() {
        rows.delete();
    }

    @Test
    void aCallIsCountedWithItsGroupItsWaitingAndItsRating() {
        for (int i = 0; i < 10; i++) {
            callInto("stress", Duration.ofSeconds(i < 5 ? 7 : 100), true);
        }
        dayPasses();
        Figures today = total();
        assertThat(today.calls()).isEqualTo(10);
        assertThat(today.waiting()).isNotNull().satisfies(waiting -> {
            assertThat(waiting.calls()).isEqualTo(10);
            assertThat(waiting.medianSeconds()).isEqualTo(10);
            assertThat(waiting.p95Seconds()).isBetween(90.0, 120.0);
        });
        assertThat(today.abandoned()).as("none, which is fewer than ten").isNull();
        assertThat(analytics.rows(query(Span.day, Split.category))).singleElement()
                .satisfies(row -> assertThat(row.category()).isEqualTo("stress"));
    }

    @Test
    void fewerThanTenWaitForTheDaysThatFollow() {
        LocalDate first = today();
        for (int i = 0; i < 9; i++) {
            callInto("stress", Duration.ZERO, true);
        }
        dayPasses();
        assertThat(analytics.rows(query(Span.day))).allSatisfy(row -> assertThat(row.calls()).isNull());
        callInto("stress", Duration.ZERO, true);
        LocalDate second = today();
        dayPasses();
        assertThat(analytics.total(FigureQuery.all(first, first)).calls()).isNull();
        assertThat(analytics.total(FigureQuery.all(second, second)).calls()).isEqualTo(10);
    }

    @Test
    void whatIsTooLittleInItselfIsRoundedThoughTheCallsAreMany() {
        for (int i = 0; i < 40; i++) {
            callInto("stress", Duration.ofSeconds(30), i >= 3);
        }
        dayPasses();
        assertThat(jdbc.sql("SELECT abandoned FROM figures WHERE size = 40 AND category <> ''").query(Integer.class)
                .single())
                .isIn(0, 5);
        assertThat(total().abandoned()).isNull();
        assertThat(total().abandonment()).isNull();
    }

    @Test
    void whoGaveUpWaitingIsToldFromWhomNobodyCame() {
        for (int i = 0; i < 20; i++) {
            callInto("stress", Duration.ofSeconds(200), false);
            visit(callId(), "grief", Duration.ofMinutes(15), false, Outcome.CANCELLED);
            served(Duration.ofMinutes(15), Optional.empty());
        }
        dayPasses();
        assertThat(total().abandoned()).isEqualTo(20);
        assertThat(total().noHost()).isEqualTo(20);
        assertThat(total().abandonment()).isEqualTo(0.5);
    }

    @Test
    void callersAreCountedOnceADayAndTheirHashesGoWithTheDay() {
        for (int i = 0; i < 30; i++) {
            callId();
            served(Duration.ofMinutes(1), Optional.of("11111" + (i % 9 + 1)));
            served(Duration.ofMinutes(1), Optional.of("22222" + (i % 9 + 1)));
        }
        assertThat(rows.in("caller_of_day")).isEqualTo(18);
        assertThat(rows.dump()).doesNotContain("111111");
        dayPasses();
        assertThat(rows.in("caller_of_day")).isZero();
        assertThat(jdbc.sql("SELECT callers FROM figures WHERE category = ''").query(Integer.class).single())
                .isIn(15, 20);
    }

    @Test
    void oneCallersHashIsAnotherOneEachDay() {
        callId();
        served(Duration.ofMinutes(1), Optional.of("111111"));
        clock.pass(Duration.ofDays(1));
        callId();
        served(Duration.ofMinutes(1), Optional.of("111111"));
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT hash) FROM caller_of_day").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void aCallThatIsOverKeepsNothingThatLeadsToIt() {
        callInto("stress", Duration.ZERO, true);
        clock.pass(Duration.ofMinutes(16));
        calls.seal();
        assertThat(rows.dump()).doesNotContain("call." + call);
        assertThat(jdbc.sql("SELECT seconds FROM call_log").query(Integer.class).single()).isEqualTo(600);
        assertThat(jdbc.sql("SELECT MINUTE(started_at) + SECOND(started_at) FROM call_log").query(Integer.class)
                .single()).isZero();
    }

    @Test
    void aCallThatGoesOnIsNotClosed() {
        String open = callId();
        visit(open, "stress", Duration.ZERO, true, Outcome.LEFT);
        clock.pass(Duration.ofMinutes(30));
        calls.seal();
        served(Duration.ofMinutes(40), Optional.empty());
        assertThat(rows.in("call_log")).isOne();
        clock.pass(Duration.ofMinutes(16));
        calls.seal();
        assertThat(jdbc.sql("SELECT seconds FROM call_log").query(Integer.class).single()).isEqualTo(2400);
    }

    /** Only an event that is told again is read from the registry: what can't be read back would be lost then. */
    @Test
    void eventsSurviveBeingWrittenAndRead() {
        Instant now = clock.instant();
        for (Record event : List.of(
                new VisitEnded(UUID.randomUUID(), "call.1", Seat.Role.CALLER, "stress", "ne", Duration.ofMillis(1500),
                        false, Duration.ZERO, Outcome.DROPPED, now),
                new GroupEnded(UUID.randomUUID(), "stress", "ne", 8, Duration.ofMinutes(50), now),
                new RatingGiven(UUID.randomUUID(), "call.0", "stress", "ne", 5, now),
                new CrisisServed(UUID.randomUUID(), "call.0", "duty", "gone", Duration.ofSeconds(7), now))) {
            Object read = json.readValue(json.writeValueAsString(event), event.getClass());
            assertThat(read).isEqualTo(event);
        }
    }

    @Test
    void anEventToldTwiceCountsOnce() {
        VisitEnded visit = new VisitEnded(UUID.randomUUID(), callId(), Seat.Role.HOST, "stress", "ne", Duration.ZERO,
                true, Duration.ofMinutes(90), Outcome.LEFT, clock.instant());
        publish(visit);
        publish(visit);
        dayPasses();
        assertThat(total().volunteerHours()).isEqualTo(1.5);
    }

    @Test
    void volunteersAndOccupancyAndCrisisAreTold() {
        for (int i = 0; i < 20; i++) {
            callInto("stress", Duration.ZERO, true);
            publish(new CrisisServed(UUID.randomUUID(), "call.0", "numbers", "talked", Duration.ofSeconds(60),
                    clock.instant()));
            publish(new RatingGiven(UUID.randomUUID(), "call.0", "stress", "ne", 5, clock.instant()));
            publish(new RatingGiven(UUID.randomUUID(), "call.0", "stress", "ne", 2, clock.instant()));
        }
        publish(new GroupEnded(UUID.randomUUID(), "stress", "ne", 8, Duration.ofMinutes(50), clock.instant()));
        dayPasses();
        Figures figures = total();
        assertThat(figures.occupancy()).isEqualTo(0.5);
        assertThat(figures.sessions()).isOne();
        assertThat(figures.crisis()).isEqualTo(new Figures.Crisis(20, null, null, 20, 20));
        assertThat(figures.ratings()).isEqualTo(new Figures.Ratings(40, 3.5));
        assertThat(analytics.total(new FigureQuery(today().minusDays(9), today(), Span.day, "stress", null, Set.of()))
                .crisis()).as("of the line as a whole only").isNull();
    }

    @Test
    void aHangUpEndsACallThatTheAppHadLetGo() {
        String open = callId();
        events.publishEvent(new CallServed(new CallId(open), Door.CALLER, Optional.of(Language.NEPALI), Step.ROOM,
                Optional.of("111111"), clock.instant(), clock.instant()));
        await().until(() -> rows.in("call_log") == 1);
        clock.pass(Duration.ofMinutes(5));
        events.publishEvent(new TelephonyEvent.HungUp(new CallId(open), clock.instant()));
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT TIMESTAMPDIFF(SECOND, started_at, ended_at) "
                + "FROM call_log").query(Integer.class).single()).isEqualTo(300));
    }

    @Test
    void whoAgreedToNothingLeavesNoRowByCalling() {
        calls.served(new CallServed(new CallId(callId()), Door.CALLER, Optional.of(Language.NEPALI), Step.MENU,
                Optional.empty(), clock.instant(), clock.instant()));
        assertThat(rows.all()).isZero();
    }

    @Test
    void phonesOfTheHouseAreLeftOut() {
        for (int i = 0; i < 20; i++) {
            String test = callId();
            events.publishEvent(new TestCall(new CallId(test), clock.instant()));
            publish(new CrisisServed(UUID.randomUUID(), test, "numbers", "talked", Duration.ofSeconds(60),
                    clock.instant()));
            publish(new RatingGiven(UUID.randomUUID(), test, "stress", "ne", 5, clock.instant()));
            visit(test, "stress", Duration.ZERO, true, Outcome.LEFT);
        }
        assertThat(rows.in("tally")).isZero();
        dayPasses();
        assertThat(rows.in("call_log")).isZero();
        assertThat(total().calls()).isNull();
    }

    @Test
    void aSecondRollUpFindsNothing() {
        for (int i = 0; i < 12; i++) {
            callInto("stress", Duration.ZERO, true);
        }
        dayPasses();
        rollUp.run();
        assertThat(total().calls()).isEqualTo(12);
    }

    @Test
    void countedCallsAreForgottenAfterNinetyDays() {
        callInto("stress", Duration.ZERO, true);
        dayPasses();
        assertThat(retention.forget(clock.instant(), Retention.DEFAULT)).isZero();
        clock.pass(Duration.ofDays(90));
        assertThat(retention.forget(clock.instant(), Retention.DEFAULT)).isOne();
        assertThat(rows.in("call_log")).isZero();
    }

    private String callId() {
        return "call." + ++call;
    }

    /** Asha calls, waits, is in the group for ten minutes less that. */
    private void callInto(String category, Duration waited, boolean heard) {
        visit(callId(), category, waited, heard, Outcome.LEFT);
        served(Duration.ofMinutes(10), Optional.empty());
    }

    private void visit(String id, String category, Duration waited, boolean heard, Outcome outcome) {
        publish(new VisitEnded(UUID.randomUUID(), id, Seat.Role.CALLER, category, "ne", waited, heard,
                heard ? Duration.ofMinutes(10) : Duration.ZERO, outcome, clock.instant()));
    }

    private void served(Duration lasted, Optional<String> caller) {
        int before = seen();
        Instant now = clock.instant();
        events.publishEvent(new CallServed(new CallId("call." + call), Door.CALLER, Optional.of(Language.NEPALI),
                Step.MENU, caller, now.minus(lasted), now));
        await().pollInterval(Duration.ofMillis(2)).until(() -> seen() > before || seenTwice());
        caller.ifPresent(_ -> await().pollInterval(Duration.ofMillis(2)).until(() -> rows.in("caller_of_day") > 0));
    }

    private int seen() {
        return jdbc.sql("SELECT COUNT(*) FROM call_log WHERE door IS NOT NULL").query(Integer.class).single();
    }

    private boolean seenTwice() {
        return jdbc.sql("SELECT COUNT(*) FROM call_log WHERE call_id = ? AND door IS NOT NULL").param("call." + call)
                .query(Integer.class).single() == 1;
    }

    /** As a module does it: within a transaction, heard after it. */
    private void publish(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
        await().pollInterval(Duration.ofMillis(2)).until(() -> rows.in("EVENT_PUBLICATION") == 0);
    }

    private void dayPasses() {
        clock.pass(Duration.ofHours(30));
        rollUp.run();
    }

    private LocalDate today() {
        return NepalDay.of(clock.instant());
    }

    private Figures total() {
        return analytics.total(FigureQuery.all(today().minusDays(9), today()));
    }

    private FigureQuery query(Span span, Split... split) {
        return new FigureQuery(today().minusDays(9), today(), span, null, null, Set.of(split));
    }
}
