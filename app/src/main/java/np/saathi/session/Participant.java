package np.saathi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Seat;

/**
 * One person's presence in one session, from taking a seat to giving it up. It is <em>open</em> in between, whether or
 * not they are in the room just now: a seat is kept while somebody is on the crisis path.
 */
@Table("participant")
public class Participant extends AbstractAggregateRoot<Participant> {
    static final int NO_SEAT = 0;
    @Id
    private @Nullable Long id;
    private final long sessionId;
    private final @Nullable AccountId accountId;
    private final CallId callId;
    private final Seat.Role role;
    private final Language language;
    private final int seat;
    private final Instant takenAt;
    private @Nullable Instant joinedAt;
    private boolean inRoom;
    private boolean muted;
    private boolean silenced;
    private boolean ownSilence;
    private boolean disguised;
    private int waitingTold;
    private boolean limitTold;
    private boolean aloneTold;
    private @Nullable Instant heardFrom;
    private @Nullable Instant withHostSince;
    private long withHostMillis;
    private @Nullable Instant handRaisedSince;
    private boolean inTalk;
    private @Nullable Instant heardAt;
    private @Nullable Instant askedAt;
    private @Nullable Instant leftAt;
    private @Nullable Outcome outcome;

    Participant(long sessionId, @Nullable AccountId accountId, CallId callId, Seat.Role role, Language language,
            int seat, Instant takenAt) {
        this.sessionId = sessionId;
        this.accountId = accountId;
        this.callId = callId;
        this.role = role;
        this.language = language;
        this.seat = seat;
        this.takenAt = takenAt;
        this.muted = role == Seat.Role.LISTENER;
    }

    public long id() {
        return Objects.requireNonNull(id, "not yet saved");
    }

    public long sessionId() {
        return sessionId;
    }

    /** Empty for who is not remembered. */
    public Optional<AccountId> account() {
        return Optional.ofNullable(accountId);
    }

    public CallId call() {
        return callId;
    }

    public Seat.Role role() {
        return role;
    }

    public Language language() {
        return language;
    }

    /** 1 to 9, by which a host names a caller; 0 for a host. */
    public int seat() {
        return seat;
    }

    public Instant takenAt() {
        return takenAt;
    }

    /** When first in the room. */
    public Optional<Instant> joinedAt() {
        return Optional.ofNullable(joinedAt);
    }

    /** In the room now, as the exchange told. */
    public boolean inRoom() {
        return inRoom;
    }

    /** In the talk of two, or on the way into it. */
    public boolean inTalk() {
        return inTalk;
    }

    /** In the room or in the talk of two; else on the way in, or on the crisis path. */
    boolean isHere() {
        return inRoom || inTalk;
    }

    /** Of a host: when they were last heard or pressed a key. */
    Instant lastSign() {
        Instant seen = joinedAt == null ? takenAt : joinedAt;
        return heardAt == null || heardAt.isBefore(seen) ? seen : heardAt;
    }

    /** Of a host: when they were asked to press a key, not having been heard for long; empty once they were. */
    public Optional<Instant> askedAt() {
        return Optional.ofNullable(askedAt);
    }

    public boolean muted() {
        return muted;
    }

    /** A host turned the voice off: only a host turns it on again. */
    public boolean silenced() {
        return silenced;
    }

    /** A host turned the voice off that they had turned off themselves: so it stays when the host lets them speak. */
    boolean keepsSilent() {
        return silenced && ownSilence;
    }

    /** As the group hears them now. */
    Voice voice() {
        return silenced ? Voice.SILENCED : muted ? Voice.OFF : Voice.ON;
    }

    public Optional<Instant> handRaisedSince() {
        return Optional.ofNullable(handRaisedSince);
    }

    /** When the seat was given up, or seen to be. */
    public Optional<Instant> leftAt() {
        return Optional.ofNullable(leftAt);
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** Whether the call was lost rather than ended by anyone. */
    boolean wasCut() {
        return outcome == Outcome.DROPPED || outcome == Outcome.UNSEEN;
    }

    /** Whether their presence opens the room. */
    public boolean isHost() {
        return role == Seat.Role.HOST;
    }

    /** A volunteer who leads the talk; not who came from the duty roster. */
    boolean isLeadingVolunteer() {
        return role.leads() && accountId != null;
    }

    /** From the duty roster: a phone, and nobody's account. */
    public boolean isFromDuty() {
        return isHost() && accountId == null;
    }

    public boolean isCaller() {
        return role == Seat.Role.CALLER;
    }

    /** Whether what happens to the talk is told to them: all who hear music while no host is in, and may speak. */
    boolean waitsForHost() {
        return isCaller() || role == Seat.Role.COACHED;
    }

    /** Whether this is a volunteer's other call. */
    boolean isSameVolunteerAs(Participant other) {
        return !isCaller() && !other.isCaller() && !callId.equals(other.callId)
                && accountId != null && accountId.equals(other.accountId);
    }

    Member member() {
        return new Member(callId, language, voice());
    }

    /** The others hear the voice at another pitch. */
    public boolean disguised() {
        return disguised;
    }

    void disguised(boolean now) {
        disguised = now;
    }

    /** Minutes of waiting of which they were told last. */
    int waitingTold() {
        return waitingTold;
    }

    void waitingTold(int minutes) {
        waitingTold = minutes;
    }

    boolean limitTold() {
        return limitTold;
    }

    void limitWasTold() {
        limitTold = true;
    }

    /** Whether they were told that nobody but the host is there, and not yet that others came. */
    boolean aloneTold() {
        return aloneTold;
    }

    void aloneTold(boolean alone) {
        aloneTold = alone;
    }

    /** When a host was first in while they were. */
    Optional<Instant> heardFrom() {
        return Optional.ofNullable(heardFrom);
    }

    /** How long there was a host while they were in, until now. */
    Duration withHost(Instant now) {
        Duration before = Duration.ofMillis(withHostMillis);
        return withHostSince == null || now.isBefore(withHostSince)
                ? before
                : before.plus(Duration.between(withHostSince, now));
    }

    /** @return whether that changes anything */
    boolean hasHost(boolean has, Instant now) {
        if (has == (withHostSince != null)) {
            return false;
        }
        withHostMillis = withHost(now).toMillis();
        withHostSince = has ? now : null;
        if (heardFrom == null) {
            heardFrom = now;
        }
        return true;
    }

    /** The same person on another call. */
    Participant again(CallId call, Language spoken, int freeSeat, Instant now) {
        Participant again = new Participant(sessionId, accountId, call, role, spoken, freeSeat, now);
        again.muted = muted;
        again.silenced = silenced;
        again.ownSilence = ownSilence;
        again.disguised = disguised;
        again.handRaisedSince = handRaisedSince;
        return again;
    }

    void enteredRoom(Instant now) {
        if (joinedAt == null) {
            joinedAt = now;
            registerEvent(new SessionEvent.ParticipantJoined(sessionId, id(), role, now));
        }
        inRoom = true;
    }

    void steppedOut() {
        inRoom = false;
    }

    /** Gives the seat up. The first outcome is the true one: what comes later changes nothing. */
    void leave(Outcome how, Instant now) {
        if (outcome != null) {
            return;
        }
        outcome = how;
        leftAt = now;
        inRoom = false;
        inTalk = false;
        if (!wasCut()) { // who comes back has their place in the queue
            handRaisedSince = null;
        }
        registerEvent(new SessionEvent.ParticipantLeft(sessionId, id(), role, how, now));
    }

    void talksAlone(boolean now) {
        inTalk = now;
    }

    void heard(Instant now) {
        heardAt = now;
        askedAt = null;
    }

    void asked(Instant now) {
        askedAt = now;
    }

    void takeFloor(Instant now) {
        muted = false;
        silenced = false;
        ownSilence = false;
        handRaisedSince = null;
        registerEvent(new SessionEvent.FloorGiven(sessionId, id(), member(), now));
    }

    /** Comes into a room in which all voices are off. */
    void beginSilenced() {
        beginSilenced(muted);
    }

    private void beginSilenced(boolean mutedThemselves) {
        if (!silenced) {
            ownSilence = mutedThemselves;
        }
        muted = true;
        silenced = true;
    }

    void muted(boolean now) {
        muted = now;
    }

    void silence(boolean mutedThemselves, Instant now) {
        beginSilenced(mutedThemselves);
        registerEvent(new SessionEvent.Silenced(sessionId, id(), member(), now));
    }

    /** Undoes what a host did; who turned the voice off themselves turns it on themselves. */
    void giveVoice(Instant now) {
        if (!silenced) {
            return;
        }
        muted = ownSilence;
        silenced = false;
        ownSilence = false;
        registerEvent(new SessionEvent.VoiceGiven(sessionId, id(), member(), now));
    }

    void raiseHand(Instant since, int place, List<Member> hosts, Instant now) {
        handRaisedSince = since;
        registerEvent(new SessionEvent.HandRaised(sessionId, id(), seat, place, hosts, now));
    }

    void lowerHand(Instant now) {
        if (handRaisedSince != null) {
            handRaisedSince = null;
            registerEvent(new SessionEvent.HandLowered(sessionId, id(), seat, now));
        }
    }
}
