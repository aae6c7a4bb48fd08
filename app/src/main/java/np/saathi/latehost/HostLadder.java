package np.saathi.latehost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.operation.OperatingSettings.LateHost;
import np.saathi.operation.Operation;
import np.saathi.ringing.Ring;
import np.saathi.ringing.RingWish;
import np.saathi.ringing.RingWish.Manner;
import np.saathi.ringing.Rings;
import np.saathi.session.Participant;
import np.saathi.session.PeerSession;
import np.saathi.session.Sessions;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.Rounds;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.VolunteerDesk;
import np.saathi.volunteer.Volunteers;

/**
 * The ladder of a session that should have begun and has no host:
 *
 * <pre>
 * at its start: all who are assigned and not in, one after another, the certified first
 * some minutes later: the reserve of its language, one after another
 * (later still the session's own clock gives it up, and an alert tells who is on duty)
 * </pre>
 *
 * Everybody is rung once. What was done already is read from the calls themselves; each step's times are the settings
 * of this moment.
 */
@Component
class HostLadder {
    private static final Logger LOG = LoggerFactory.getLogger(HostLadder.class);
    /** Who pressed 1 keys in a PIN and hears a sentence; then it is the next one's turn. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(90);
    /** More in one language than anybody has had; the rest is not needed. */
    private static final int MOST_RESERVES = 200;
    private final Sessions sessions;
    private final Volunteers volunteers;
    private final VolunteerDesk desk;
    private final LateHosts lateHosts;
    private final Rings rings;
    private final Operation operation;
    private final Clock clock;
    private final Rounds rounds = new Rounds(LOG, "Late hosts are not rung");

    HostLadder(Sessions sessions, Volunteers volunteers, VolunteerDesk desk, LateHosts lateHosts, Rings rings,
            Operation operation, Clock clock) {
        this.sessions = sessions;
        this.volunteers = volunteers;
        this.desk = desk;
        this.lateHosts = lateHosts;
        this.rings = rings;
        this.operation = operation;
        this.clock = clock;
    }

    /** A round that fails is said once and tried again. */
    void climbSafely() {
        rounds.make(this::climb);
    }

    void climb() {
        LateHost times = operation.settings().lateHost();
        sessions.withoutHost().forEach(session -> climb(session, times));
    }

    private void climb(PeerSession session, LateHost times) {
        Duration patience = Duration.ofSeconds(times.ringSeconds());
        List<Ring> rung = rings.of(Purpose.HOST, subject(session));
        if (rung.stream().anyMatch(ring -> isComing(ring, patience))) {
            return;
        }
        Set<AccountId> done = Stream.concat(rung.stream().flatMap(ring -> ring.account().stream()),
                sessions.seated(session.id()).stream().map(Participant::account).flatMap(Optional::stream))
                .collect(Collectors.toSet());
        Instant reserveFrom = session.startsAt().plus(Duration.ofMinutes(times.reserveMinutes()));
        Stream<Volunteer> reserve = clock.instant().isBefore(reserveFrom) ? Stream.empty() : reserveFor(session);
        Stream.concat(assigned(session), reserve).filter(who -> !done.contains(who.account()))
                .filter(who -> desk.phoneOf(who).isPresent()).findFirst()
                .ifPresent(next -> ring(session, next, desk.phoneOf(next).orElseThrow(), patience));
    }

    private boolean isComing(Ring ring, Duration patience) {
        return !ring.over() || ring.accepted() && ring.rungAt()
                .filter(rung -> rung.plus(patience).plus(ON_THE_WAY).isAfter(clock.instant())).isPresent();
    }

    /** Trainees only listen: without a host there is nothing to hear. */
    private Stream<Volunteer> assigned(PeerSession session) {
        return session.hosts().stream().map(volunteers::find).flatMap(Optional::stream)
                .filter(who -> who.training() != Training.TRAINEE && !who.suspended())
                .sorted(Comparator.comparing(Volunteer::training).reversed()
                        .thenComparing(who -> who.account().value()));
    }

    private Stream<Volunteer> reserveFor(PeerSession session) {
        return desk.find(new VolunteerDesk.Search(Optional.of(Training.CERTIFIED), Optional.of(session.language()),
                Optional.empty()), MOST_RESERVES, 0).stream().filter(who -> lateHosts.isReserve(who, session));
    }

    private void ring(PeerSession session, Volunteer who, PhoneNumber phone, Duration patience) {
        rings.arrange(new RingWish(Purpose.HOST, subject(session), Optional.of(who.account()), phone,
                session.language(), Manner.once(patience), true));
    }

    private static String subject(PeerSession session) {
        return Long.toString(session.id());
    }
}
