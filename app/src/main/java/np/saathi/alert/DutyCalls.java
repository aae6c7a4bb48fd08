package np.saathi.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.ringing.Ring;
import np.saathi.ringing.RingWish;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.Rings;
import np.saathi.safety.OnDuty;
import np.saathi.telephony.Dialler.Purpose;

/** Rings those on duty for an alert, one after another. What was done already is read from the calls themselves. */
@Component
class DutyCalls {
    private static final Duration RINGS_FOR = Duration.ofSeconds(25);
    /** Who pressed 1 hears what it is, and decides; then it is the next one's turn. */
    private static final Duration LISTENS_FOR = Duration.ofSeconds(90);
    private final Rings rings;
    private final OnDuty duty;
    private final Clock clock;

    DutyCalls(Rings rings, OnDuty duty, Clock clock) {
        this.rings = rings;
        this.duty = duty;
        this.clock = clock;
    }

    /** How a round stands. */
    enum Round {
        /** Nobody is on duty now. */
        NOBODY,
        /** Somebody is being rung, or listens. */
        GOES_ON,
        /** All were rung in this round. */
        OVER
    }

    /** Rings the next one of the alert's present round, unless somebody is being asked. */
    Round next(Alert alert) {
        List<OnDuty.Phone> phones = duty.now();
        if (phones.stream().flatMap(phone -> calls(alert, phone).stream()).anyMatch(this::isBeingAsked)) {
            return Round.GOES_ON;
        }
        Optional<OnDuty.Phone> next = phones.stream().filter(phone -> calls(alert, phone).size() <= alert.rounds())
                .findFirst();
        next.ifPresent(phone -> rings.arrange(new RingWish(Purpose.DUTY, subject(alert.id(), phone.id()),
                Optional.empty(), phone.number(), phone.speakTo(alert.language()), Manner.once(RINGS_FOR), true)));
        return next.isPresent() ? Round.GOES_ON : phones.isEmpty() ? Round.NOBODY : Round.OVER;
    }

    private boolean isBeingAsked(Ring ring) {
        return !ring.over() || ring.accepted() && ring.rungAt()
                .filter(rung -> rung.plus(RINGS_FOR).plus(LISTENS_FOR).isAfter(clock.instant())).isPresent();
    }

    private List<Ring> calls(Alert alert, OnDuty.Phone phone) {
        return rings.of(Purpose.DUTY, subject(alert.id(), phone.id()));
    }

    boolean anybodyOnDuty() {
        return duty.anybody();
    }

    /** @return the alert's id */
    Optional<Long> answered(String callback) {
        return rings.answered(callback).map(ring -> Long.valueOf(ring.subject().split(" ", -1)[0]));
    }

    void left(String callback) {
        rings.decline(callback);
    }

    /** Whose phone it is that was rung. */
    Optional<String> labelOf(String callback) {
        return rings.answered(callback).map(ring -> Long.parseLong(ring.subject().split(" ", -1)[1]))
                .flatMap(id -> duty.now().stream().filter(phone -> phone.id() == id).findFirst())
                .map(OnDuty.Phone::label);
    }

    private static String subject(long alert, long phone) {
        return alert + " " + phone;
    }
}
