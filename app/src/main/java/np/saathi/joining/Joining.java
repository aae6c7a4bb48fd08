package np.saathi.joining;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.account.Limit;
import np.saathi.account.RateLimits;
import np.saathi.joining.JoinController.Ticket;
import np.saathi.joining.JoinCodes.Issued;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionProperties;
import np.saathi.session.Sessions;
import np.saathi.telephony.Departure;
import np.saathi.telephony.LineNumbers;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.RoomControl;
import np.saathi.web.Problem;

/** What somebody on the web can do about a session by phone. */
@Service
class Joining {
    private final Sessions sessions;
    private final SessionProperties times;
    private final JoinCodes codes;
    private final Callbacks callbacks;
    private final RateLimits limits;
    private final JoiningProperties settings;
    private final LineNumbers line;
    private final RoomControl rooms;
    private final Clock clock;

    Joining(Sessions sessions, SessionProperties times, JoinCodes codes, Callbacks callbacks,
            RateLimits limits, JoiningProperties settings, LineNumbers line, RoomControl rooms, Clock clock) {
        this.sessions = sessions;
        this.times = times;
        this.codes = codes;
        this.callbacks = callbacks;
        this.limits = limits;
        this.settings = settings;
        this.line = line;
        this.rooms = rooms;
        this.clock = clock;
    }

    Ticket byCode(long sessionId, AccountId who) {
        PeerSession session = notOver(sessionId);
        if (!opensBefore(session, clock.instant().plus(settings.codeLife()))) {
            throw notOpen(session);
        }
        limits.take(Limit.JOIN_CODE_OF_ID, who.value());
        return ticket(sessionId, who);
    }

    private Ticket ticket(long sessionId, AccountId who) {
        Issued issued = codes.issue(sessionId, who);
        return new Ticket(line.callers(), issued.code(), issued.expiresAt());
    }

    Ticket byCallback(long sessionId, AccountId who, String number, boolean safeToRing) {
        PeerSession session = notOver(sessionId);
        if (!safeToRing) {
            throw Problem.unprocessable("not-safe-to-ring",
                    "We ring only where it is safe; dial in with a code instead");
        }
        PhoneNumber phone = PhoneNumber.typed(number).filter(PhoneNumber::isOfNepal).filter(typed -> !line.isOwn(typed))
                .orElseThrow(() -> Problem
                        .unprocessable("number-not-allowed", "We can ring phones in Nepal only"));
        if (!callbacks.reach(session)) {
            throw tooFar(session);
        }
        // Who is quicker than our call may dial as well.
        boolean codeToo = opensBefore(session, clock.instant().plus(settings.codeLife()));
        if (codeToo) {
            limits.take(Limit.JOIN_CODE_OF_ID, who.value());
        }
        limits.take(Limit.CALLBACK_OF_ID, who.value());
        // The answer is the same whether we ring or not: that somebody there said "never again", is kept out of groups, or
        // is rung today already, is theirs alone.
        if (limits.tryTake(Limit.CALLBACK_TO_NUMBER, phone.digits()).isEmpty() && callbacks.mayRing(phone)) {
            callbacks.keep(session, Optional.of(who), phone, session.language());
        }
        return codeToo
                ? ticket(sessionId, who)
                : new Ticket(line.callers(), null, clock.instant().plus(settings.callbackLife()));
    }

    /** Takes every call of theirs out of the room. A seat that is kept while they are on the crisis path stays. */
    void leave(long sessionId, AccountId who) {
        PeerSession session = sessions.find(sessionId).orElseThrow(Problem::notFound);
        List<Participant> theirs = sessions.seated(sessionId).stream().filter(Participant::inRoom)
                .filter(seat -> seat.account().filter(who::equals).isPresent()).toList();
        if (theirs.isEmpty()) {
            throw Problem.conflict("not-in-session", "You are not in this session's room just now");
        }
        try {
            theirs.forEach(seat -> rooms.takeOut(session.room(), seat.call(), Departure.LEFT));
        } catch (RoomControl.ExchangeUnreachable e) {
            throw Problem.unavailable("exchange-unreachable", "The rooms can't be reached just now; press # in yours");
        }
    }

    private PeerSession notOver(long sessionId) {
        PeerSession session = sessions.find(sessionId).orElseThrow(Problem::notFound);
        if (session.state().isOver()) {
            throw Problem.conflict("session-over", "This session is over");
        }
        return session;
    }

    private boolean opensBefore(PeerSession session, Instant moment) {
        return session.state().isOpen() || !session.startsAt().minus(times.openBefore()).isAfter(moment);
    }

    private Problem tooFar(PeerSession session) {
        Instant askFrom = session.startsAt().minus(settings.callbackLife());
        return Problem.conflict("session-not-open", "We keep a number for " + settings.callbackLife().toDays()
                + " days at most, and this session begins later; ask again from " + askFrom)
                .with("askFrom", askFrom);
    }

    private Problem notOpen(PeerSession session) {
        Instant opensAt = session.startsAt().minus(times.openBefore());
        return Problem.conflict("session-not-open", "This session is not open yet; it opens at " + opensAt)
                .with("opensAt", opensAt);
    }
}
