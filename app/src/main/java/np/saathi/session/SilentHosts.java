package np.saathi.session;

import java.time.Instant;

import org.springframework.stereotype.Component;

/**
 * Finds hosts of whom nothing is heard: a phone may have been put down without hanging up, and a room with such a host
 * is held by nobody. They are asked to press a key; who does not is lost. Who is talking this moment is not silent,
 * however long it has been without a pause.
 */
@Component
class SilentHosts {
    private final ParticipantRepository participants;
    private final Sittings sittings;
    private final Talking talking;
    private final SessionProperties times;

    SilentHosts(ParticipantRepository participants, Sittings sittings, Talking talking, SessionProperties times) {
        this.participants = participants;
        this.sittings = sittings;
        this.talking = talking;
        this.times = times;
    }

    void look(Instant now) {
        for (Participant host : participants.hostsWithoutSignSince(now.minus(times.silentFor()))) {
            if (!talking.now(host.call())) {
                sittings.at(now, host.sessionId(), sitting -> sitting.seatOf(host.call())
                        .ifPresent(still -> askOrLose(sitting, still)));
            }
        }
    }

    private void askOrLose(Sitting sitting, Participant host) {
        Instant now = sitting.now();
        if (host.lastSign().isAfter(now.minus(times.silentFor()))) {
            return; // they gave a sign meanwhile
        }
        if (host.askedAt().isEmpty()) {
            sitting.askWhetherThere(host);
        } else if (!host.askedAt().get().isAfter(now.minus(times.answerWithin()))) {
            sitting.loseSilent(host);
        }
    }
}
