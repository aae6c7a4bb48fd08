package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.prompt.Language;
import np.saathi.session.PlanRefused.Rule;
import np.saathi.session.SessionEvent.SessionCancelled;
import np.saathi.session.Timetable.Reach;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.VolunteerDesk;
import np.saathi.volunteer.VolunteerTerms;

@RecordApplicationEvents
class TimetableTests extends SessionModuleTest {
    @Autowired
    Timetable timetable;
    @Autowired
    SeriesClock seriesClock;
    @Autowired
    SessionSearch search;
    @Autowired
    Categories categories;
    @Autowired
    VolunteerDesk desk;
    @Autowired
    ApplicationEvents told;

    /** 18:00 in Nepal, so many days after the coming Sunday. */
    private Instant evening(int day) {
        return at(day, LocalTime.of(18, 0));
    }

    private Instant at(int day, LocalTime time) {
        LocalDate sunday = NepalTime.weekOf(clock.instant()).plusWeeks(1);
        return sunday.plusDays(day).atTime(time).atZone(NepalTime.ZONE).toInstant();
    }

    private SessionPlan plan(Instant start, AccountId... hosts) {
        return plan(start, 8, hosts);
    }

    private SessionPlan plan(Instant start, int capacity, AccountId... hosts) {
        return new SessionPlan("stress", Language.NEPALI, "Stress", start, Duration.ofMinutes(60), capacity,
                Set.of(hosts));
    }

    private AccountId volunteer(Training training, Language... languages) {
        return volunteers.register(new Pin("5555"), training, Set.of(languages), Set.of()).account();
    }

    private static void refused(Rule rule, ThrowingCallable planning) {
        assertThatThrownBy(planning).isInstanceOfSatisfying(PlanRefused.class,
                refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Test
    void whatKeepsTheRulesIsPlanned() {
        PeerSession session = timetable.plan(plan(evening(1), devi));
        assertThat(again(session).plan()).isEqualTo(plan(evening(1), devi));
        assertThat(again(session).state()).isEqualTo(SessionState.SCHEDULED);
    }

    @Test
    void hostsSpeakTheLanguageOfTheSession() {
        refused(Rule.NO_SHARED_LANGUAGE,
                () -> timetable.plan(plan(evening(1), devi, volunteer(Training.CERTIFIED, Language.ENGLISH))));
        assertThat(rows.in("peer_session")).isZero();
    }

    @Test
    void aTraineeHostsOnlyBesideACertifiedVolunteer() {
        AccountId trainee = volunteer(Training.TRAINEE, Language.NEPALI);
        refused(Rule.TRAINEE_ALONE, () -> timetable.plan(plan(evening(1), trainee)));
        timetable.plan(plan(evening(1), trainee, devi));
    }

    @Test
    void aCoachedVolunteerHostsOnlyBesideACertifiedOne() {
        AccountId coached = volunteer(Training.COACHED, Language.NEPALI);
        refused(Rule.COACHED_WITHOUT_CERTIFIED, () -> timetable.plan(plan(evening(1), coached)));
        refused(Rule.COACHED_WITHOUT_CERTIFIED,
                () -> timetable.plan(plan(evening(1), coached, volunteer(Training.TRAINEE, Language.NEPALI))));
        timetable.plan(plan(evening(1), coached, devi));
    }

    @Test
    void onlyVolunteersHost() {
        refused(Rule.VOLUNTEER_UNKNOWN, () -> timetable.plan(plan(evening(1), new AccountId("999999"))));
    }

    @Test
    void whatWasAgreedWithAVolunteerIsLessThanTheLineAllowsButNeverMore() {
        agree(Optional.of(1), Optional.of(3));
        timetable.plan(plan(evening(1), devi));
        refused(Rule.HOST_DAY_FULL, () -> timetable.plan(plan(evening(1).plus(Duration.ofHours(3)), devi)));
        timetable.plan(plan(evening(2), devi));
        timetable.plan(plan(evening(3), devi));
        refused(Rule.HOST_WEEK_FULL, () -> timetable.plan(plan(evening(4), devi)));
        agree(Optional.of(9), Optional.of(9));
        timetable.plan(plan(evening(4), devi));
        timetable.plan(plan(evening(4).plus(Duration.ofHours(2)), devi));
        refused(Rule.HOST_DAY_FULL, () -> timetable.plan(plan(evening(4).plus(Duration.ofHours(4)), devi)));
    }

    @Test
    void whoIsSuspendedIsNotPlanned() {
        agree(Optional.empty(), Optional.empty(), true);
        refused(Rule.VOLUNTEER_SUSPENDED, () -> timetable.plan(plan(evening(1), devi)));
        agree(Optional.empty(), Optional.empty(), false);
        timetable.plan(plan(evening(1), devi));
    }

    private void agree(Optional<Integer> day, Optional<Integer> week) {
        agree(day, week, false);
    }

    private void agree(Optional<Integer> day, Optional<Integer> week, boolean suspended) {
        desk.agree(devi, new VolunteerTerms(Training.CERTIFIED, Set.of(Language.NEPALI), Set.of("stress"), day, week,
                false, suspended), Optional.empty(), volunteers.find(devi).orElseThrow().version());
    }

    @Test
    void aVolunteerIsInOneSessionAtATimeAndRestsBetweenTwo() {
        timetable.plan(plan(evening(1), devi));
        refused(Rule.HOST_BUSY, () -> timetable.plan(plan(evening(1).plusSeconds(1800), devi)));
        refused(Rule.HOST_NEEDS_PAUSE, () -> timetable.plan(plan(evening(1).plus(Duration.ofMinutes(89)), devi)));
        timetable.plan(plan(evening(1).plus(Duration.ofMinutes(90)), devi));
    }

    @Test
    void aVolunteerHostsTwiceADayInNepalAndSixTimesAWeek() {
        timetable.plan(plan(at(1, LocalTime.of(0, 10)), devi)); // still the day before in UTC
        timetable.plan(plan(at(1, LocalTime.NOON), devi));
        refused(Rule.HOST_DAY_FULL, () -> timetable.plan(plan(at(1, LocalTime.of(22, 0)), devi)));
        for (int day = 2; day <= 5; day++) {
            timetable.plan(plan(evening(day), devi));
        }
        refused(Rule.HOST_WEEK_FULL, () -> timetable.plan(plan(evening(6), devi)));
        timetable.plan(plan(evening(7), devi)); // Sunday: another week
    }

    @Test
    void moreSeatsThanTheLineCarriesAreNotPlanned() {
        for (int group = 0; group < 6; group++) {
            timetable.plan(plan(evening(1), 9));
        }
        refused(Rule.CHANNELS_FULL, () -> timetable.plan(plan(evening(1).plusSeconds(3599), 5)));
        timetable.plan(plan(evening(1), 4));
        timetable.plan(plan(evening(1).plusSeconds(3600), 9));
    }

    @Test
    void neitherThePastNorUnknownOrInactiveWordsArePlanned() {
        refused(Rule.START_IN_THE_PAST, () -> timetable.plan(plan(clock.instant().minusSeconds(301))));
        timetable.plan(plan(clock.instant()));
        refused(Rule.CATEGORY_UNKNOWN, () -> timetable.plan(new SessionPlan("nothing", Language.NEPALI, "", evening(1),
                Duration.ofHours(1), 8, Set.of())));
        refused(Rule.LANGUAGE_UNKNOWN, () -> timetable.plan(new SessionPlan("stress", new Language("mai"), "",
                evening(1), Duration.ofHours(1), 8, Set.of())));
        Category grief = categories.find("grief").orElseThrow();
        Category resting = categories.save(new Category("grief", grief.version(), grief.position(),
                grief.voiceDisguise(), false, grief.names()));
        refused(Rule.CATEGORY_UNKNOWN, () -> timetable.plan(new SessionPlan("grief", Language.NEPALI, "", evening(1),
                Duration.ofHours(1), 8, Set.of())));
        categories.save(new Category("grief", resting.version(), grief.position(), grief.voiceDisguise(), true,
                grief.names()));
    }

    @Test
    void twoWhoPlanAtOnceDoNotGetTheSameHost() throws Exception {
        Callable<PeerSession> planning = () -> timetable.plan(plan(evening(1), devi));
        List<Rule> refused = new ArrayList<>();
        try (ExecutorService admins = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PeerSession> admin : admins.invokeAll(Collections.nCopies(6, planning))) {
                try {
                    admin.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOfSatisfying(PlanRefused.class,
                            refusal -> refused.add(refusal.rule()));
                }
            }
        }
        assertThat(refused).hasSize(5).containsOnly(Rule.HOST_BUSY);
        assertThat(rows.in("peer_session")).isOne();
    }

    @Test
    void aSessionIsNoHindranceToItself() {
        PeerSession session = timetable.plan(plan(evening(1), devi));
        PeerSession moved = timetable.change(session.id(), session.version(),
                plan(evening(1).plusSeconds(600), 9, devi), Reach.ONE);
        assertThat(again(session).startsAt()).isEqualTo(evening(1).plusSeconds(600));
        assertThat(again(session).capacity()).isEqualTo(9);
        assertThat(moved.version()).isGreaterThan(session.version() - 1).isEqualTo(again(session).version());
    }

    @Test
    void aChangeAgainstARuleChangesNothing() {
        timetable.plan(plan(evening(1), devi));
        PeerSession other = timetable.plan(plan(evening(2), devi));
        refused(Rule.HOST_BUSY, () -> timetable.change(other.id(), other.version(), plan(evening(1), devi),
                Reach.ONE));
        assertThat(again(other).startsAt()).isEqualTo(evening(2));
    }

    @Test
    void whoHasSeenAnOlderVersionChangesNothing() {
        PeerSession session = timetable.plan(plan(evening(1), devi));
        timetable.change(session.id(), session.version(), plan(evening(2), devi), Reach.ONE);
        assertThatThrownBy(() -> timetable.withdraw(session.id(), session.version() - 1, Reach.ONE))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void anOpenSessionIsNeitherMovedNorDeletedButMayGetAnotherHost() {
        PeerSession open = waiting();
        SessionPlan now = open.plan();
        refused(Rule.SESSION_OPEN, () -> timetable.withdraw(open.id(), open.version(), Reach.ONE));
        refused(Rule.SESSION_OPEN, () -> timetable.change(open.id(), open.version(),
                now.startingAt(now.startsAt().plusSeconds(60)), Reach.ONE));
        AccountId ekta = volunteer(Training.CERTIFIED, Language.NEPALI);
        timetable.change(open.id(), open.version(), plan(now.startsAt(), devi, ekta), Reach.ONE);
        assertThat(again(open).hosts()).containsExactlyInAnyOrder(devi, ekta);
        PeerSession live = live();
        refused(Rule.SESSION_OPEN, () -> timetable.withdraw(live.id(), live.version(), Reach.ONE));
        sessions.end(live.id());
        refused(Rule.SESSION_OVER, () -> timetable.withdraw(live.id(), again(live).version(), Reach.ONE));
    }

    @Test
    void aWithdrawnSessionIsCancelledAndTold() {
        PeerSession session = timetable.plan(plan(evening(1), devi));
        timetable.withdraw(session.id(), session.version(), Reach.ONE);
        assertThat(again(session).cancelReason()).contains(CancelReason.WITHDRAWN);
        assertThat(told.stream(SessionCancelled.class)).singleElement()
                .satisfies(cancelled -> assertThat(cancelled.reason()).isEqualTo(CancelReason.WITHDRAWN));
        timetable.plan(plan(evening(1), devi)); // its time is free again
    }

    @Test
    void aWeeklySessionIsPlannedFourWeeksAheadAndToppedUpOnce() throws Exception {
        timetable.planWeekly(plan(clock.instant().plus(Duration.ofDays(1)), devi));
        assertThat(rows.in("peer_session")).isEqualTo(4);
        seriesClock.topUp();
        assertThat(rows.in("peer_session")).isEqualTo(4);
        clock.pass(Duration.ofDays(7));
        Callable<Boolean> instance = () -> {
            seriesClock.topUp();
            return true;
        };
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : instances.invokeAll(Collections.nCopies(4, instance))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(rows.in("peer_session")).isEqualTo(5);
        assertThat(all()).extracting(PeerSession::hosts).containsOnly(Set.of(devi));
    }

    @Test
    void aWeekAgainstARuleIsLeftOutAndSeen() {
        PeerSession first = timetable.planWeekly(plan(evening(1), devi));
        Instant fifth = evening(1 + 7 * all().size());
        timetable.plan(plan(fifth, devi));
        clock.pass(Duration.ofDays(7));
        seriesClock.topUp();
        assertThat(all()).filteredOn(session -> session.series().equals(first.series()))
                .filteredOn(session -> session.startsAt().equals(fifth)).singleElement()
                .satisfies(session -> assertThat(session.cancelReason()).contains(CancelReason.CLASH));
    }

    @Test
    void aSeriesOfWhichOneWeekIsRefusedIsNotBegun() {
        timetable.plan(plan(evening(8), devi));
        refused(Rule.HOST_BUSY, () -> timetable.planWeekly(plan(evening(1), devi)));
        assertThat(rows.in("peer_session")).isOne();
        assertThat(rows.in("session_series")).isZero();
    }

    @Test
    void oneWeekIsChangedAlone() {
        timetable.planWeekly(plan(evening(1), devi));
        PeerSession second = all().get(1);
        timetable.change(second.id(), second.version(), plan(evening(9), 5), Reach.ONE);
        assertThat(all()).extracting(PeerSession::capacity).startsWith(8, 5, 8);
    }

    @Test
    void theSeriesIsChangedFromAWeekOn() {
        timetable.planWeekly(plan(evening(1), devi));
        PeerSession second = all().get(1);
        Instant moved = evening(8).plus(Duration.ofHours(2));
        timetable.change(second.id(), second.version(), plan(moved, 5, devi), Reach.FOLLOWING);
        assertThat(all()).extracting(PeerSession::capacity).startsWith(8, 5, 5);
        assertThat(all()).extracting(PeerSession::startsAt).startsWith(evening(1), moved,
                NepalTime.oneWeekAfter(moved));
        int planned = all().size();
        clock.pass(Duration.ofDays(7));
        seriesClock.topUp();
        assertThat(all()).hasSize(planned + 1).extracting(PeerSession::capacity).endsWith(5);
    }

    @Test
    void theSeriesIsEndedFromAWeekOn() {
        timetable.planWeekly(plan(evening(1), devi));
        PeerSession second = all().get(1);
        timetable.withdraw(second.id(), second.version(), Reach.FOLLOWING);
        assertThat(all().getFirst().state()).isEqualTo(SessionState.SCHEDULED);
        assertThat(all().stream().skip(1)).extracting(PeerSession::state).containsOnly(SessionState.CANCELLED);
        int planned = all().size();
        clock.pass(Duration.ofDays(14));
        seriesClock.topUp();
        assertThat(all()).hasSize(planned);
    }

    @Test
    void aSingleSessionHasNoFollowingOnes() {
        PeerSession session = timetable.plan(plan(evening(1), devi));
        refused(Rule.NOT_WEEKLY, () -> timetable.withdraw(session.id(), session.version(), Reach.FOLLOWING));
        assertThat(again(session).state()).isEqualTo(SessionState.SCHEDULED);
    }

    @Test
    void sessionsAreFoundByWhatTheyAreAndPageByPage() {
        for (int day = 1; day <= 5; day++) {
            timetable.plan(plan(evening(day), devi));
        }
        AccountId ekta = volunteer(Training.CERTIFIED, Language.ENGLISH);
        PeerSession english = timetable.plan(new SessionPlan("grief", Language.ENGLISH, "Grief", evening(3),
                Duration.ofHours(1), 8, Set.of(ekta)));
        assertThat(search.find(filter("grief", null, null, null, null), false, 0, 10).sessions())
                .extracting(PeerSession::id).containsExactly(english.id());
        assertThat(search.find(filter(null, Language.NEPALI, null, null, null), false, 1, 2))
                .satisfies(page -> assertThat(page.total()).isEqualTo(5))
                .satisfies(page -> assertThat(page.sessions()).extracting(PeerSession::startsAt)
                        .containsExactly(evening(3), evening(4)));
        assertThat(search.find(filter(null, null, evening(2), evening(4), null), true, 0, 10).sessions())
                .extracting(PeerSession::startsAt).containsExactly(evening(3), evening(3), evening(2));
        assertThat(search.find(filter(null, null, null, null, ekta), false, 0, 10).total()).isOne();
        assertThat(search.find(new SessionSearch.Filter(null, null, Set.of(SessionState.LIVE), null, null, null),
                false, 0, 10).total()).isZero();
    }

    @Test
    void aCategoryInUseIsNotDeleted() {
        Category stress = categories.find("stress").orElseThrow();
        assertThatThrownBy(() -> categories.delete("stress", version(stress)))
                .isInstanceOf(DataIntegrityViolationException.class);
        Category study = categories.find("study").orElseThrow();
        timetable.plan(new SessionPlan("study", Language.NEPALI, "", evening(1), Duration.ofHours(1), 8, Set.of()));
        assertThatThrownBy(() -> categories.delete("study", version(study)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(categories.find("study")).contains(study);
    }

    @Test
    void aNewCategoryIsDataOnly() {
        Category made = categories.save(new Category("elders", null, 9, true, true,
                Set.of(new Category.Name(Language.ENGLISH, "Elders"), new Category.Name(Language.NEPALI, "ज्येष्ठ"))));
        assertThat(categories.find("elders")).contains(made);
        timetable.plan(new SessionPlan("elders", Language.NEPALI, "", evening(1), Duration.ofHours(1), 8, Set.of()));
        rows.delete();
        categories.delete("elders", version(made));
        assertThat(categories.find("elders")).isEmpty();
    }

    private static int version(Category category) {
        Integer version = category.version();
        return version == null ? -1 : version;
    }

    private static SessionSearch.Filter filter(@Nullable String category, @Nullable Language language,
            @Nullable Instant from, @Nullable Instant to, @Nullable AccountId host) {
        return new SessionSearch.Filter(category, language, Set.of(), from, to, host);
    }

    private List<PeerSession> all() {
        return search.find(filter(null, null, null, null, null), false, 0, 100).sessions();
    }
}
