package np.saathi.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.SessionEvent.CallEndsSoon;
import np.saathi.session.SessionEvent.CameIn;
import np.saathi.session.SessionEvent.ChangedForAbsent;
import np.saathi.session.SessionEvent.CompanyCame;
import np.saathi.session.SessionEvent.FloorGiven;
import np.saathi.session.SessionEvent.FoundAside;
import np.saathi.session.SessionEvent.FoundWithoutSeat;
import np.saathi.session.SessionEvent.HandDeclined;
import np.saathi.session.SessionEvent.HostIsLate;
import np.saathi.session.SessionEvent.LeftAloneWithHost;
import np.saathi.session.SessionEvent.MovedToAnotherPhone;
import np.saathi.session.SessionEvent.SessionCancelled;
import np.saathi.session.SessionEvent.SessionEnded;
import np.saathi.session.SessionEvent.SessionHeld;
import np.saathi.session.SessionEvent.SessionResumed;
import np.saathi.session.SessionEvent.SessionWentLive;
import np.saathi.session.SessionEvent.Silenced;
import np.saathi.session.SessionEvent.TakenOver;
import np.saathi.session.SessionEvent.TalkOver;
import np.saathi.session.SessionEvent.VoiceGiven;
import np.saathi.session.SessionEvent.Waited;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Room;
import np.saathi.telephony.RoomControl;
import np.saathi.telephony.TelephonyEvent.HungUp;
import np.saathi.telephony.TelephonyEvent.Snapshot;

/**
 * Carries out in the rooms what became true of a session, after it was committed. Without a link to the exchange the
 * state stands all the same; who should have been taken out meanwhile is found by the next snapshot.
 */
@Component
class RoomDirector {
    private static final Logger log = LoggerFactory.getLogger(RoomDirector.class);
    private static final Spoken ALONE = Spoken.of(Prompt.ROOM_ALONE);
    private static final Spoken COMPANY = Spoken.of(Prompt.ROOM_JOINED);
    private static final Spoken HELD = Spoken.of(Prompt.ROOM_HELD);
    private static final Spoken HELD_FOR_TALK = Spoken.of(Prompt.ROOM_HELD_TALK);
    private static final Spoken SILENCED = Spoken.of(Prompt.ROOM_MUTED_HOST);
    private static final Spoken VOICE_GIVEN = Spoken.of(Prompt.ROOM_UNMUTED_HOST);
    private static final Spoken FLOOR = Spoken.of(Prompt.ROOM_FLOOR);
    private static final Spoken HAND_DECLINED = Spoken.of(Prompt.ROOM_HAND_LOWERED);
    private static final Spoken OPEN = Spoken.of(Prompt.ROOM_OPEN);
    private static final Spoken OWN_SILENCE = Spoken.of(Prompt.ROOM_MUTED);
    private static final Spoken RESUMED = Spoken.of(Prompt.ROOM_RESUMED);
    private static final Spoken TAKEN_OVER = Spoken.of(Prompt.ROOM_TAKEN);
    private static final Spoken LATE = Spoken.of(Prompt.WAITING_LATE);
    private static final Spoken CALL_ENDS = Spoken.of(Prompt.CALL_ENDING);
    private final RoomControl rooms;
    /** Calls that were away when a talk began, was held or went on; whether it goes on now. */
    private final Map<CallId, Boolean> missed = new ConcurrentHashMap<>();

    RoomDirector(RoomControl rooms) {
        this.rooms = rooms;
    }

    @TransactionalEventListener
    void on(SessionEnded ended) {
        order(ended, () -> takeOut(ended.room(), ended.inRoom(), Departure.ENDED));
    }

    @TransactionalEventListener
    void on(SessionCancelled cancelled) {
        order(cancelled, () -> takeOut(cancelled.room(), cancelled.inRoom(), Departure.CANCELLED));
    }

    @TransactionalEventListener
    void on(FoundWithoutSeat found) {
        order(found, () -> rooms.takeOut(found.room(), found.call(), found.why()));
    }

    @TransactionalEventListener
    void on(MovedToAnotherPhone moved) {
        order(moved, () -> rooms.takeOut(moved.room(), moved.call(), Departure.ELSEWHERE));
    }

    @TransactionalEventListener
    void on(SessionWentLive live) {
        order(live, () -> live.callers().forEach(one -> tell(one, voiceOf(one))));
    }

    @TransactionalEventListener
    void on(SessionHeld held) {
        order(held, () -> tell(held.callers(), held.forTalk() ? HELD_FOR_TALK : HELD));
    }

    @TransactionalEventListener
    void on(SessionResumed resumed) {
        order(resumed, () -> resumed.callers().forEach(one -> tell(one, RESUMED.then(voiceOf(one)))));
    }

    @TransactionalEventListener
    void on(TakenOver taken) {
        order(taken, () -> taken.callers()
                .forEach(one -> rooms.whisperUntilHeard(one.call(), one.language(), TAKEN_OVER)));
    }

    @TransactionalEventListener
    void on(LeftAloneWithHost alone) {
        order(alone, () -> tell(List.of(alone.caller()), ALONE));
    }

    @TransactionalEventListener
    void on(CompanyCame came) {
        order(came, () -> rooms.whisperUntilHeard(came.caller().call(), came.caller().language(), COMPANY));
    }

    /** Who is on the way in, or on the crisis path, was last told of the room as it stood before. */
    @TransactionalEventListener
    void on(ChangedForAbsent changed) {
        changed.absent().forEach(call -> missed.put(call, changed.live()));
    }

    @TransactionalEventListener
    void on(CameIn came) {
        Boolean live = missed.remove(came.member().call());
        if (live != null) {
            order(came, () -> tell(came.member(), live ? voiceOf(came.member()) : HELD));
        }
    }

    @EventListener
    void forget(HungUp over) {
        missed.remove(over.call());
    }

    @EventListener
    void forgetAllBut(Snapshot snapshot) {
        missed.keySet().retainAll(snapshot.calls());
    }

    @TransactionalEventListener
    void on(Silenced silenced) {
        order(silenced, () -> tell(List.of(silenced.who()), SILENCED));
    }

    @TransactionalEventListener
    void on(VoiceGiven given) {
        order(given,
                () -> tell(given.who(), given.who().voice() == Voice.ON ? VOICE_GIVEN : voiceOf(given.who())));
    }

    @TransactionalEventListener
    void on(FloorGiven given) {
        order(given, () -> tell(List.of(given.who()), FLOOR));
    }

    @TransactionalEventListener
    void on(HandDeclined declined) {
        order(declined, () -> tell(List.of(declined.who()), HAND_DECLINED));
    }

    @TransactionalEventListener
    void on(FoundAside found) {
        order(found, () -> rooms.takeOut(found.aside(), found.call(), Departure.MOVED));
    }

    @TransactionalEventListener
    void on(TalkOver talk) {
        order(talk, () -> takeOut(talk.aside(), talk.calls(), talk.why()));
    }

    @TransactionalEventListener
    void on(HostIsLate late) {
        order(late, () -> tell(late.callers(), LATE));
    }

    @TransactionalEventListener
    void on(Waited waited) {
        order(waited, () -> tell(List.of(waited.caller()), Spoken.of(Prompt.WAITING_MINUTES_BEFORE)
                .then(Spoken.minutes(waited.minutes())).then(Spoken.of(Prompt.WAITING_MINUTES_AFTER))));
    }

    @TransactionalEventListener
    void on(CallEndsSoon soon) {
        order(soon, () -> rooms.whisperUntilHeard(soon.caller().call(), soon.caller().language(), CALL_ENDS));
    }

    private void takeOut(Room room, List<CallId> calls, Departure why) {
        calls.forEach(call -> rooms.takeOut(room, call, why));
    }

    private void tell(List<Member> members, Spoken words) {
        members.forEach(member -> tell(member, words));
    }

    private void tell(Member member, Spoken words) {
        rooms.whisper(member.call(), member.language(), words);
    }

    /** Whether they can speak now, or how they can. */
    private static Spoken voiceOf(Member member) {
        return switch (member.voice()) {
            case ON -> OPEN;
            case OFF -> OWN_SILENCE;
            case SILENCED -> SILENCED;
        };
    }

    static void order(SessionEvent event, Runnable orders) {
        try {
            orders.run();
        } catch (RoomControl.ExchangeUnreachable unreachable) {
            log.warn("Session {}: {} could not be carried out in the room: {}", event.sessionId(),
                    event.getClass().getSimpleName(), unreachable.getMessage());
        }
    }
}
