package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

import np.saathi.account.AccountId;
import np.saathi.operation.OperatingSettings.LateHost;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;

/** A planned group talk and how it stands. It guards its own steps and tells each in the past tense. */
@Table("peer_session")
public class PeerSession extends AbstractAggregateRoot<PeerSession> {
    /** A host may lengthen a talk so often, by so much at once: then everybody has to be able to go. */
    public static final int EXTENSIONS = 3;
    public static final int EXTENSION_MINUTES = 10;
    private static final Duration FIRST_WARNING = Duration.ofMinutes(10);
    static final Duration LAST_WARNING = Duration.ofMinutes(2);
    @Id
    private @Nullable Long id;
    @Version
    private @Nullable Integer version;
    private String category;
    private Language language;
    private String title;
    private Instant startsAt;
    private int durationMinutes;
    private int capacity;
    private final Room room;
    @MappedCollection(idColumn = "session_id")
    private Set<AssignedHost> hosts;
    private @Nullable Long seriesId;
    private SessionState state = SessionState.SCHEDULED;
    private @Nullable CancelReason cancelReason;
    private @Nullable Instant liveSince;
    private @Nullable Instant heldSince;
    private @Nullable Instant endedAt;
    private @Nullable Instant lateToldAt;
    private boolean locked;
    private int extensions;
    private int extendedMinutes;
    private boolean allMuted;
    private @Nullable Integer warned;
    private @Nullable Room talkRoom;
    private @Nullable Instant talkSince;

    PeerSession(String category, Language language, String title, Instant startsAt, int durationMinutes, int capacity,
            Room room, Set<AssignedHost> hosts) {
        this.category = category;
        this.language = language;
        this.title = title;
        this.startsAt = startsAt;
        this.durationMinutes = durationMinutes;
        this.capacity = capacity;
        this.room = room;
        this.hosts = hosts;
    }

    static PeerSession planned(SessionPlan plan) {
        return new PeerSession(plan.category(), plan.language(), plan.title(), plan.startsAt(),
                (int) plan.duration().toMinutes(), plan.capacity(), Room.random(), assigned(plan));
    }

    /** One of a weekly series. */
    static PeerSession planned(SessionPlan plan, long seriesId) {
        PeerSession session = planned(plan);
        session.seriesId = seriesId;
        return session;
    }

    private static Set<AssignedHost> assigned(SessionPlan plan) {
        return plan.hosts().stream().map(AssignedHost::new).collect(Collectors.toSet());
    }

    @Table("session_host")
    record AssignedHost(AccountId accountId) {}

    public long id() {
        return Objects.requireNonNull(id, "not yet saved");
    }

    /** A category's code, e.g. {@code stress}; its words are the prompt {@code category.stress}. */
    public String category() {
        return category;
    }

    public Language language() {
        return language;
    }

    /** For the panel; never spoken. */
    public String title() {
        return title;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public int durationMinutes() {
        return durationMinutes;
    }

    /** The planned end, and what the host added to it. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(durationMinutes + extendedMinutes));
    }

    /** Seats for callers, 1 to 9; hosts are not counted. */
    public int capacity() {
        return capacity;
    }

    /** Where it happens on the exchange. */
    public Room room() {
        return room;
    }

    public Set<AccountId> hosts() {
        return hosts.stream().map(AssignedHost::accountId).collect(Collectors.toUnmodifiableSet());
    }

    public SessionState state() {
        return state;
    }

    /** Set when {@link SessionState#CANCELLED}. */
    public Optional<CancelReason> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }

    /** When a host first began. */
    public Optional<Instant> liveSince() {
        return Optional.ofNullable(liveSince);
    }

    /** Set while {@link SessionState#HELD}, and for good when no host came back. */
    public Optional<Instant> heldSince() {
        return Optional.ofNullable(heldSince);
    }

    /** Whether it ended because its host was lost and none came back. */
    public boolean hostWasLost() {
        return state == SessionState.ENDED && heldSince != null;
    }

    /** Whether callers wait who were told that the host is late. */
    public boolean hostIsLate() {
        return state == SessionState.WAITING && lateToldAt != null;
    }

    /** When it ended or was cancelled. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Whether a host has begun it and it is not over. */
    boolean hasBegun() {
        return state == SessionState.LIVE || state == SessionState.HELD;
    }

    /** Whether nobody new may come in. */
    public boolean locked() {
        return locked;
    }

    /** Whether all callers are silent until a host gives one the floor. */
    public boolean allMuted() {
        return allMuted;
    }

    /** Whether a host and a caller talk alone just now, in a room of their own. */
    public boolean hasTalk() {
        return talkSince != null;
    }

    /** Where two talk or last talked alone. */
    @Nullable
    Room talkRoom() {
        return talkRoom;
    }

    /** The room that this person belongs into now: the talk of two, or everybody's. */
    public Room roomOf(Participant person) {
        Room aside = talkRoom;
        return hasTalk() && person.inTalk() && aside != null ? aside : room;
    }

    /** How often the host may still lengthen it. */
    public int extensionsLeft() {
        return EXTENSIONS - extensions;
    }

    /** For optimistic locking by clients. */
    public int version() {
        return Objects.requireNonNull(version, "not yet saved");
    }

    /** The weekly series that it is one of. */
    public Optional<Long> series() {
        return Optional.ofNullable(seriesId);
    }

    /** As it is planned now. */
    public SessionPlan plan() {
        return new SessionPlan(category, language, title, startsAt, Duration.ofMinutes(durationMinutes), capacity,
                hosts());
    }

    /**
     * Changes the plan. Once callers may be there, only who hosts and the title can change.
     *
     * @throws PlanRefused when it is over, or open and would be moved
     */
    void replan(SessionPlan plan) {
        mustNotBeOver();
        SessionPlan asItWas = plan();
        if (state.isOpen() && !plan.equals(new SessionPlan(asItWas.category(), asItWas.language(), plan.title(),
                asItWas.startsAt(), asItWas.duration(), asItWas.capacity(), plan.hosts()))) {
            throw open();
        }
        category = plan.category();
        language = plan.language();
        title = plan.title();
        startsAt = plan.startsAt();
        durationMinutes = (int) plan.duration().toMinutes();
        capacity = plan.capacity();
        hosts = assigned(plan);
    }

    /** @throws PlanRefused when callers may be there, or it is over */
    void mustBeWithdrawable() {
        mustNotBeOver();
        if (state.isOpen()) {
            throw open();
        }
    }

    private PlanRefused open() {
        return new PlanRefused(PlanRefused.Rule.SESSION_OPEN,
                "The session is " + state + ": callers may be in it, so it can't be moved or deleted.");
    }

    private void mustNotBeOver() {
        if (state.isOver()) {
            throw new PlanRefused(PlanRefused.Rule.SESSION_OVER, "The session is " + state + ".");
        }
    }

    /** From now on callers may come and wait. */
    void open(Instant now) {
        mustBe(SessionState.SCHEDULED);
        state = SessionState.WAITING;
        registerEvent(new SessionEvent.SessionOpened(id(), now));
    }

    /** A host is in the room: the talk begins, or goes on after it was held. */
    void hostIsIn(List<Member> callers, Instant now) {
        mustBe(SessionState.WAITING, SessionState.HELD);
        if (state == SessionState.WAITING) {
            liveSince = now;
            registerEvent(new SessionEvent.SessionWentLive(id(), room, callers, now));
        } else {
            heldSince = null;
            registerEvent(new SessionEvent.SessionResumed(id(), room, callers, now));
        }
        state = SessionState.LIVE;
    }

    /** No host is in the room any more, and none ended the talk. */
    void hold(List<Member> callers, Instant now) {
        mustBe(SessionState.LIVE);
        state = SessionState.HELD;
        heldSince = now;
        registerEvent(new SessionEvent.SessionHeld(id(), room, callers, hasTalk(), now));
    }

    /** A host and a caller go into a room of their own; one such talk at a time. */
    void beginTalk(Room aside, Instant now) {
        if (state != SessionState.LIVE) {
            throw new ModerationRefused(ModerationRefused.Why.NOT_BEGUN);
        }
        if (hasTalk()) {
            throw new ModerationRefused(ModerationRefused.Why.TALK_ON);
        }
        talkRoom = aside;
        talkSince = now;
    }

    /** Where they talked is remembered, in case one of them is found there later. */
    void endTalk(Instant now) {
        talkSince = null;
        if (state == SessionState.HELD) {
            heldSince = now; // until now the room knew where its host was
        }
    }

    /** No host came when one should: callers hear of other choices, once. */
    void tellLate(List<Member> callers, Instant now) {
        mustBe(SessionState.WAITING);
        lateToldAt = now;
        registerEvent(new SessionEvent.HostIsLate(id(), callers, now));
    }

    /** @param inRoom who is to be taken out of the room */
    void end(List<CallId> inRoom, Instant now) {
        endAsItIs(inRoom, now);
        heldSince = null;
    }

    /** No host came back. @param inRoom who is to be taken out of the room */
    void endForLostHost(List<CallId> inRoom, Instant now) {
        mustBe(SessionState.HELD);
        endAsItIs(inRoom, now);
    }

    private void endAsItIs(List<CallId> inRoom, Instant now) {
        mustBe(SessionState.WAITING, SessionState.LIVE, SessionState.HELD);
        state = SessionState.ENDED;
        endedAt = now;
        registerEvent(new SessionEvent.SessionEnded(id(), room, inRoom, now));
    }

    /** @param inRoom who is to be taken out of the room */
    void cancel(CancelReason reason, List<CallId> inRoom, Instant now) {
        mustBe(SessionState.SCHEDULED, SessionState.WAITING);
        state = SessionState.CANCELLED;
        cancelReason = reason;
        endedAt = now;
        registerEvent(new SessionEvent.SessionCancelled(id(), reason, room, inRoom, now));
    }

    /** Somebody hosts in place of who is late, or beside them should they come. */
    void standIn(AccountId volunteer) {
        mustBe(SessionState.WAITING);
        hosts = Stream.concat(hosts.stream(), Stream.of(new AssignedHost(volunteer))).collect(Collectors.toSet());
    }

    void muteAll(boolean muted) {
        mustBe(SessionState.LIVE, SessionState.HELD);
        allMuted = muted;
    }

    /** So many minutes before the end it is told that it comes. */
    void warn(int minutes) {
        warned = minutes;
    }

    void lock(boolean closed) {
        mustBe(SessionState.LIVE, SessionState.HELD);
        locked = closed;
    }

    /** @throws ModerationRefused when it was lengthened as often as it may be */
    void extend(int minutes) {
        mustBe(SessionState.LIVE, SessionState.HELD);
        if (minutes < 1 || minutes > EXTENSION_MINUTES) {
            throw new IllegalArgumentException("A session is lengthened by 1 to " + EXTENSION_MINUTES + " minutes");
        }
        if (extensionsLeft() == 0) {
            throw new ModerationRefused(ModerationRefused.Why.NO_MORE_TIME);
        }
        extensions++;
        extendedMinutes += minutes;
        warned = null;
    }

    /** What time alone asks for now; empty when nothing is due. */
    Optional<Due> due(Instant now, SessionProperties times, LateHost late) {
        boolean noHostCame = !now.isBefore(startsAt.plus(Duration.ofMinutes(late.giveUpMinutes())));
        boolean hostIsLate = lateToldAt == null
                && !now.isBefore(startsAt.plus(Duration.ofMinutes(late.otherChoicesMinutes())));
        boolean overTime = !now.isBefore(endsAt().plus(times.overTime()));
        if (state.isOpen() && !overTime && talkSince != null && !now.isBefore(talkSince.plus(times.talkFor()))) {
            return Optional.of(Due.TALK_OVER);
        }
        return Optional.ofNullable(switch (state) {
            case SCHEDULED ->
                noHostCame ? Due.NO_HOST : now.isBefore(startsAt.minus(times.openBefore())) ? null : Due.OPEN;
            case WAITING -> noHostCame ? Due.NO_HOST : hostIsLate ? Due.TELL_LATE : null;
            case LIVE -> overTime ? Due.END : warningDue(now).isPresent() ? Due.WARN : null;
            case HELD ->
                hasTalk()
                        ? overTime ? Due.END : null
                        : overTime || heldSince != null && !now.isBefore(heldSince.plus(times.heldFor()))
                                ? Due.HOST_LOST
                                : null;
            case ENDED, CANCELLED -> null;
        });
    }

    /** Of how many minutes before the end it is to be told now: 10, for a minute at most, and 2. */
    Optional<Integer> warningDue(Instant now) {
        Duration left = Duration.between(now, endsAt());
        if (left.isNegative()) {
            return Optional.empty();
        }
        if (left.compareTo(LAST_WARNING) <= 0) {
            return warned != null && warned == LAST_WARNING.toMinutes()
                    ? Optional.empty()
                    : Optional.of((int) LAST_WARNING.toMinutes());
        }
        boolean ten = warned == null && left.compareTo(FIRST_WARNING) <= 0
                && left.compareTo(FIRST_WARNING.minusMinutes(1)) > 0;
        return ten ? Optional.of((int) FIRST_WARNING.toMinutes()) : Optional.empty();
    }

    /** What time alone does to a session. */
    enum Due {
        OPEN, TELL_LATE, END, HOST_LOST, NO_HOST, TALK_OVER, WARN
    }

    private void mustBe(SessionState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new IllegalStateException("Session " + id + " is " + state + ", not " + List.of(allowed));
        }
    }
}
