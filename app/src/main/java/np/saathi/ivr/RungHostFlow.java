package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_GOODBYE;
import static np.saathi.prompt.Prompt.RING_HOST_GONE;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.latehost.LateHosts;
import np.saathi.latehost.LateHosts.Summons;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;
import np.saathi.volunteer.Volunteer;

/**
 * The call to a volunteer whose session has begun without a host, after their 1:
 *
 * <pre>
 * PIN (a phone may be shared) → that session's room → the volunteer's menu
 * a host came meanwhile: told so → goodbye
 * </pre>
 */
@Component
class RungHostFlow implements CallHandler {
    private final LateHosts lateHosts;
    private final HostSignIn signIn;
    private final HostDoor hostDoor;
    private final VolunteerFlow volunteerFlow;
    private final CallJournal journal;

    RungHostFlow(LateHosts lateHosts, HostSignIn signIn, HostDoor hostDoor, VolunteerFlow volunteerFlow,
            CallJournal journal) {
        this.lateHosts = lateHosts;
        this.signIn = signIn;
        this.hostDoor = hostDoor;
        this.volunteerFlow = volunteerFlow;
        this.journal = journal;
    }

    @Override
    public Door door() {
        return Door.HOST_RUNG;
    }

    /** Once they are in, it is a volunteer's call like any other. */
    @Override
    public void answer(PhoneLine line) {
        if (line.step() != Step.START) {
            volunteerFlow.answer(line);
            return;
        }
        try (var _ = journal.open(line, door())) {
            String callback = line.noted("CALLBACK_NAME");
            line.meanwhile(() -> lateHosts.answered(callback)).ifPresentOrElse(
                    summons -> comeIn(line, summons, callback), () -> line.say(Spoken.of(RING_HOST_GONE)));
            line.say(Spoken.of(HOST_GOODBYE));
        }
    }

    private void comeIn(PhoneLine line, Summons summons, String callback) {
        signIn(line, summons, callback).ifPresent(known -> {
            Optional<PeerSession> session = line.meanwhile(() -> lateHosts.host(summons.sessionId(), known));
            if (session.isEmpty()) {
                line.say(Spoken.of(RING_HOST_GONE));
            } else if (hostDoor.openTo(line, known, session.get()) == HostDoor.Then.MENU) {
                volunteerFlow.menu(line, known);
            }
        });
    }

    private Optional<Volunteer> signIn(PhoneLine line, Summons summons, String callback) {
        Optional<Volunteer> volunteer = Optional.empty();
        try {
            volunteer = signIn.askOn(line, summons.phone(), summons.volunteer());
            return volunteer;
        } finally {
            if (volunteer.isEmpty()) {
                lateHosts.notComing(callback);
            }
        }
    }
}
