package np.saathi.session;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.SessionEvent.DutyCameIn;
import np.saathi.session.SessionEvent.HandRaised;
import np.saathi.session.SessionEvent.HelpAsked;
import np.saathi.session.SessionEvent.HostAsked;
import np.saathi.session.SessionEvent.HostSilent;
import np.saathi.session.SessionEvent.NobodyFromDuty;
import np.saathi.session.SessionEvent.SeatCameIn;
import np.saathi.session.SessionEvent.SeatLeft;
import np.saathi.session.SessionEvent.TalkAsked;
import np.saathi.session.SessionEvent.TimeRunsOut;
import np.saathi.session.SessionEvent.Troubled;
import np.saathi.telephony.Departure;
import np.saathi.telephony.RoomControl;

/** Tells the hosts of a room, and nobody else in it, what they must know to lead it. */
@Component
class HostNews {
    private final RoomControl rooms;

    HostNews(RoomControl rooms) {
        this.rooms = rooms;
    }

    @TransactionalEventListener
    void on(HandRaised raised) {
        tellForSure(raised, raised.hosts(), ofSeat(raised.seat(), Prompt.HOST_SEAT_HAND));
    }

    @TransactionalEventListener
    void on(HelpAsked asked) {
        tellForSure(asked, asked.hosts(), ofSeat(asked.seat(), Prompt.HOST_SEAT_HELP));
    }

    @TransactionalEventListener
    void on(TalkAsked asked) {
        tellForSure(asked, asked.hosts(), ofSeat(asked.seat(), Prompt.HOST_SEAT_TALK));
    }

    @TransactionalEventListener
    void on(SeatCameIn came) {
        tell(came, came.hosts(), ofSeat(came.seat(), Prompt.HOST_SEAT_IN));
    }

    @TransactionalEventListener
    void on(SeatLeft left) {
        tell(left, left.hosts(), ofSeat(left.seat(), Prompt.HOST_SEAT_OUT));
    }

    @TransactionalEventListener
    void on(DutyCameIn came) {
        tellForSure(came, came.hosts(), Spoken.of(Prompt.HOST_DUTY_HERE));
    }

    @TransactionalEventListener
    void on(NobodyFromDuty nobody) {
        tellForSure(nobody, nobody.hosts(), Spoken.of(Prompt.HOST_DUTY_NOBODY));
    }

    @TransactionalEventListener
    void on(Troubled troubled) {
        tellForSure(troubled, troubled.hosts(), Spoken.of(Prompt.HOST_TROUBLED));
    }

    @TransactionalEventListener
    void on(TimeRunsOut time) {
        boolean soon = time.minutes() == PeerSession.LAST_WARNING.toMinutes();
        tellForSure(time, time.hosts(), Spoken.of(soon ? Prompt.HOST_TIME_TWO : Prompt.HOST_TIME_TEN));
        if (soon) {
            tell(time, time.callers(), Spoken.of(Prompt.ROOM_ENDING));
        }
    }

    @TransactionalEventListener
    void on(HostAsked asked) {
        tell(asked, List.of(asked.host()), Spoken.of(Prompt.HOST_SILENT_ASK));
    }

    @TransactionalEventListener
    void on(HostSilent silent) {
        RoomDirector.order(silent, () -> rooms.takeOut(silent.room(), silent.call(), Departure.SILENT));
    }

    private void tell(SessionEvent event, List<Member> members, Spoken words) {
        RoomDirector.order(event,
                () -> members.forEach(member -> rooms.whisper(member.call(), member.language(), words)));
    }

    private void tellForSure(SessionEvent event, List<Member> members, Spoken words) {
        RoomDirector.order(event,
                () -> members.forEach(member -> rooms.whisperUntilHeard(member.call(), member.language(), words)));
    }

    private static Spoken ofSeat(int seat, Prompt what) {
        return Spoken.of(Prompt.HOST_SEAT).then(Spoken.number(seat)).then(what);
    }
}
