package np.saathi.joining;

import java.time.Clock;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.account.Limit;
import np.saathi.account.RateLimits;
import np.saathi.caller.Bans;
import np.saathi.prompt.Language;
import np.saathi.ringing.RingWish;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.Rings;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionEvent;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.LineNumbers;
import np.saathi.telephony.PhoneNumber;

/**
 * Who asked to be rung for a session: when its host is in, or when it is cancelled and they must not wait for it. Their
 * number is kept encrypted, a week at most, until they were reached or the last try was made.
 */
@Service
public class Callbacks {
    private final Rings rings;
    private final Bans bans;
    private final Sessions sessions;
    private final RateLimits limits;
    private final JoiningProperties settings;
    private final LineNumbers line;
    private final Clock clock;

    Callbacks(Rings rings, Bans bans, Sessions sessions, RateLimits limits, JoiningProperties settings,
            LineNumbers line, Clock clock) {
        this.rings = rings;
        this.bans = bans;
        this.sessions = sessions;
        this.limits = limits;
        this.settings = settings;
        this.line = line;
        this.clock = clock;
    }

    /** How a wish was taken. */
    public enum Taken {
        KEPT,
        /** This phone may not be rung: not in Nepal, kept out of groups, or somebody there said "never again". */
        MAY_NOT,
        /** It asked too often today. */
        TOO_OFTEN
    }

    /** Whether a number may be kept until this session begins; else it would be forgotten before, and nobody told. */
    public boolean reach(PeerSession session) {
        return !session.startsAt().isAfter(clock.instant().plus(settings.callbackLife()));
    }

    /** What shows on the phone that is rung, as digits. */
    public String shownNumber() {
        return line.shown();
    }

    /**
     * The phone that calls asks to be rung.
     *
     * @param account of the caller, if they are known
     */
    public Taken ask(PeerSession session, Optional<AccountId> account, PhoneNumber phone, Language language) {
        if (!mayRing(phone)) {
            return Taken.MAY_NOT;
        }
        if (limits.tryTake(Limit.CALLBACK_OF_PHONE, phone.digits()).isPresent()) {
            return Taken.TOO_OFTEN;
        }
        keep(session, account, phone, language);
        // what was heard of the session before the questions may be minutes old
        sessions.find(session.id()).filter(Callbacks::isDue)
                .ifPresent(begun -> rings.due(Purpose.GROUP, subject(begun.id())));
        return Taken.KEPT;
    }

    /** Who is kept out of groups is not rung to be told so: when they dial, they hear why, and how to object. */
    boolean mayRing(PhoneNumber phone) {
        return rings.mayRing(phone) && bans.on(Optional.of(phone)).isEmpty();
    }

    /** Takes the place of an earlier one for the same session. */
    void keep(PeerSession session, Optional<AccountId> account, PhoneNumber phone, Language language) {
        account.ifPresent(who -> rings.callOff(Purpose.GROUP, subject(session.id()), who));
        var _ = rings.arrange(new RingWish(Purpose.GROUP, subject(session.id()), account, phone, language,
                Manner.caller(settings.callbackPause(), settings.callbackLife()),
                session.state() == SessionState.LIVE || session.state() == SessionState.HELD));
    }

    private static boolean isDue(PeerSession session) {
        return switch (session.state()) {
            case LIVE, HELD, CANCELLED -> true;
            default -> false;
        };
    }

    Optional<Invitation> answered(String name) {
        return rings.answered(name)
                .map(ring -> new Invitation(Long.parseLong(ring.subject()), ring.account()));
    }

    void forget(Invitation invitation) {
        invitation.account().ifPresent(
                who -> rings.callOff(Purpose.GROUP, subject(invitation.sessionId()), who));
    }

    /** Within the transaction that makes it true: nobody is forgotten between the two. */
    @EventListener
    void on(SessionEvent.SessionWentLive live) {
        rings.due(Purpose.GROUP, subject(live.sessionId()));
    }

    @EventListener
    void on(SessionEvent.SessionCancelled cancelled) {
        rings.due(Purpose.GROUP, subject(cancelled.sessionId()));
    }

    @EventListener
    void on(SessionEvent.SessionEnded ended) {
        rings.callOff(Purpose.GROUP, subject(ended.sessionId()));
    }

    private static String subject(long sessionId) {
        return Long.toString(sessionId);
    }
}
