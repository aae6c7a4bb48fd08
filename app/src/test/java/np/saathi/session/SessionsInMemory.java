package np.saathi.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.account.AccountId;
import np.saathi.dev.DefaultProperties;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.RoomControl;
import np.saathi.telephony.Seat;
import np.saathi.telephony.TelephonyEvent;

/** The real {@link Sessions} and {@link RoomWatch} on tables that live as long as a test. */
public final class SessionsInMemory {
    private static final SessionProperties TIMES = DefaultProperties.of(SessionProperties.class);
    private final Clock clock;
    private final PeerSessions rows = new PeerSessions();
    private final Participants participants = new Participants();
    private final Flags flags = new Flags();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final Sittings sittings;
    private final Sessions sessions;
    private final RoomWatch watch;
    private final Talking talking = new Talking();
    private final SilentHosts silentHosts;

    public SessionsInMemory(Clock clock) {
        this.clock = clock;
        this.sittings = new Sittings(rows, participants, new TransactionTemplate(new NoTransactions()), events::add,
                clock);
        this.sessions = new Sessions(rows, participants, sittings, TIMES, clock);
        this.watch = new RoomWatch(rows, participants, sittings);
        this.silentHosts = new SilentHosts(participants, sittings, talking, TIMES);
    }

    public Sessions sessions() {
        return sessions;
    }

    /** What hosts do in rooms; nobody keeps a log of it here. */
    public Moderation moderation(RoomControl rooms) {
        return new Moderation(rows, participants, sittings, rooms, new NoLog(), _ -> false, clock);
    }

    /** What callers tell of their rooms; who is told is seen by {@link #told}. */
    public RoomFlags flags() {
        return new RoomFlags(flags, participants, sittings, clock);
    }

    /** The flags that were raised, as words: {@code HOST of session 1}. */
    public List<String> raised() {
        return List.copyOf(flags.raised);
    }

    private static final class Flags extends RoomFlagRows {
        private final List<String> raised = new CopyOnWriteArrayList<>();

        @SuppressWarnings("NullAway") // the one method that uses it is replaced
        Flags() {
            super(null);
        }

        @Override
        boolean raise(long sessionId, RoomFlag.Kind kind, Instant now) {
            return raised.add(kind + " of session " + sessionId);
        }
    }

    /** Talks of two; nobody keeps a log of them here. */
    public PrivateTalks talks(RoomControl rooms) {
        return new PrivateTalks(participants, sittings, rooms, new NoLog(), clock);
    }

    private static final class NoLog extends ModerationLog {
        @SuppressWarnings("NullAway") // the one method that uses it is replaced
        NoLog() {
            super(null);
        }

        @Override
        void write(ModerationAct act) {
            // no database
        }
    }

    /** A session that is not open yet. */
    public PeerSession coming(String category, Language language, Duration from, AccountId... hosts) {
        return sessions.plan(new SessionPlan(category, language, category, clock.instant().plus(from),
                Duration.ofHours(1), 8, Set.of(hosts)));
    }

    /** Nobody was heard of the host for three minutes after the call was lost. */
    public void endForLostHost(PeerSession session) {
        sittings.at(clock.instant(), session.id(), Sitting::endForLostHost);
    }

    /** They waited, or called, as long as one may. */
    public void timeIsUp(CallId call) {
        sessions.leave(call, Outcome.TIME_UP);
    }

    /** A session that began five minutes ago and waits for its host. */
    public PeerSession waiting(String category, Language language, int capacity, AccountId... hosts) {
        PeerSession session = planned(category, language, capacity, hosts);
        sittings.at(clock.instant(), session.id(), Sitting::open);
        return session;
    }

    /** A session whose time has come, and which nobody has opened. */
    public PeerSession planned(String category, Language language, int capacity, AccountId... hosts) {
        return sessions.plan(new SessionPlan(category, language, category, clock.instant().minusSeconds(300),
                Duration.ofHours(1), capacity, Set.of(hosts)));
    }

    /** A session of another time. */
    public PeerSession plannedIn(Duration ahead, String category, Language language, AccountId... hosts) {
        return sessions.plan(new SessionPlan(category, language, category, clock.instant().plus(ahead),
                Duration.ofHours(1), 8, Set.of(hosts)));
    }

    /** A session whose host is in the room, on a call of their own. */
    public PeerSession live(String category, Language language, int capacity, AccountId host) {
        PeerSession session = waiting(category, language, capacity, host);
        hostComes(session, host);
        return session;
    }

    /** A host comes in by another call. */
    public CallId hostComes(PeerSession session, AccountId host) {
        CallId call = new CallId("host-of-" + session.id());
        var _ = sessions.takeHostSeat(session.id(), host, call).orElseThrow();
        exchangeTells(new TelephonyEvent.Joined(call, session.room(), clock.instant()));
        return call;
    }

    /** The host's call is lost. */
    public void hostIsLost(PeerSession session) {
        exchangeTells(new TelephonyEvent.HungUp(new CallId("host-of-" + session.id()), clock.instant()));
    }

    public List<PeerSession> all() {
        return rows.where(_ -> true);
    }

    public void exchangeTells(TelephonyEvent event) {
        watch.on(event);
        talking.on(event);
    }

    public Talking talking() {
        return talking;
    }

    /** Hosts of whom nothing was heard for long are asked, or lost. */
    public void silentHostsAreLookedFor() {
        silentHosts.look(clock.instant());
    }

    /** Every participation of this call, the first first. */
    public List<Participant> participationsOf(CallId call) {
        return participants.where(participant -> participant.call().equals(call));
    }

    /** What was told to the rest of the house by those who tell it themselves (rows tell nothing here). */
    public <E> List<E> told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static final class PeerSessions extends RowsInMemory<PeerSession> implements PeerSessionRepository {
        @Override
        public int lockTimetable() {
            return 1;
        }

        @Override
        public List<PeerSession> weeksAfter(long series, Instant from, long itself) {
            return List.of(); // no flow plans
        }

        @Override
        public Optional<PeerSession> lock(long id) {
            return findById(id);
        }

        @Override
        public List<PeerSession> findByLanguageAndStateInOrderByStartsAtAscIdAsc(Language language,
                Collection<SessionState> states) {
            return where(session -> session.language().equals(language) && states.contains(session.state()));
        }

        @Override
        public Optional<PeerSession> findFirstByLanguageAndStateAndStartsAtGreaterThanOrderByStartsAtAscIdAsc(
                Language language, SessionState state, Instant startsAt) {
            return where(session -> session.language().equals(language) && session.state() == state
                    && session.startsAt().isAfter(startsAt)).stream()
                    .min(Comparator.comparing(PeerSession::startsAt));
        }

        @Override
        public List<PeerSession> findByStateInAndStartsAtLessThanEqual(Collection<SessionState> states,
                Instant startsAt) {
            return where(session -> states.contains(session.state()) && !session.startsAt().isAfter(startsAt));
        }

        @Override
        public List<PeerSession> findByStateIn(Collection<SessionState> states) {
            return where(session -> states.contains(session.state()));
        }

        @Override
        public Optional<PeerSession> findByRoom(Room room) {
            return where(session -> session.room().equals(room)).stream().findFirst();
        }

        @Override
        public List<PeerSession> plannedFor(AccountId volunteer, Instant after, int count) {
            return where(session -> session.hosts().contains(volunteer)
                    && session.state() == SessionState.SCHEDULED && session.startsAt().isAfter(after)).stream()
                    .sorted(Comparator.comparing(PeerSession::startsAt)).limit(count).toList();
        }

        @Override
        public Optional<PeerSession> findByTalkRoom(Room room) {
            return where(session -> room.equals(session.talkRoom())).stream().findFirst();
        }

        @Override
        public List<PeerSession> assignedTo(AccountId host, Instant startsBy) {
            EnumSet<SessionState> over = EnumSet.of(SessionState.ENDED, SessionState.CANCELLED);
            return where(session -> session.hosts().contains(host) && !over.contains(session.state())
                    && !session.startsAt().isAfter(startsBy));
        }
    }

    private static final class Participants extends RowsInMemory<Participant> implements ParticipantRepository {
        @Override
        public List<Participant> findBySessionIdAndLeftAtIsNullOrderById(long sessionId) {
            return where(participant -> participant.sessionId() == sessionId && participant.isOpen());
        }

        @Override
        public Optional<Participant> findByCallIdAndLeftAtIsNull(CallId call) {
            return where(participant -> participant.call().equals(call) && participant.isOpen()).stream().findFirst();
        }

        @Override
        public Optional<Participant> findFirstByCallIdOrderByIdDesc(CallId call) {
            return where(participant -> participant.call().equals(call)).reversed().stream().findFirst();
        }

        @Override
        public List<Participant> hostsWithoutSignSince(Instant moment) {
            return where(participant -> participant.isHost() && participant.isHere()
                    && !participant.lastSign().isAfter(moment));
        }

        @Override
        public Optional<Participant> findFirstByAccountIdAndRoleOrderByIdDesc(AccountId accountId, Seat.Role role) {
            return where(participant -> participant.account().equals(Optional.of(accountId))
                    && participant.role() == role).reversed().stream().findFirst();
        }

        @Override
        public int countEntered(CallId call, String account) {
            return where(participant -> participant.isCaller() && participant.joinedAt().isPresent()
                    && isOf(participant, call, account)).size();
        }

        @Override
        public long secondsInRooms(String account, Instant since, Instant now) {
            return where(participant -> participant.joinedAt().isPresent()
                    && participant.account().map(AccountId::value).equals(Optional.of(account))).stream()
                    .mapToLong(participant -> Duration.between(participant.joinedAt().orElseThrow(),
                            participant.leftAt().orElse(now)).toSeconds())
                    .sum();
        }

        private static boolean isOf(Participant participant, CallId call, String account) {
            return participant.call().equals(call)
                    || participant.account().map(AccountId::value).equals(Optional.of(account));
        }

        @Override
        public int countRemoved(long sessionId, CallId call, String account) {
            return where(participant -> participant.sessionId() == sessionId
                    && participant.outcome().equals(Optional.of(Outcome.REMOVED))
                    && isOf(participant, call, account)).size();
        }

        @Override
        public int countTakenFrom(long sessionId, AccountId volunteer) {
            return where(participant -> participant.sessionId() == sessionId && participant.role().leads()
                    && participant.outcome().equals(Optional.of(Outcome.REMOVED))
                    && participant.account().equals(Optional.of(volunteer))).size();
        }
    }

    private static final class NoTransactions extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // rows in memory are changed at once
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // as doBegin
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // as doBegin
        }
    }
}
