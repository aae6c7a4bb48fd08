package np.saathi.session;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import np.saathi.account.Accounts;
import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;

/** Shows rooms as they live. */
@Service
public class LiveRooms {
    private final PeerSessionRepository sessions;
    private final ParticipantRepository participants;
    private final Accounts accounts;
    private final Talking talking;
    private final PromptCatalog prompts;

    LiveRooms(PeerSessionRepository sessions, ParticipantRepository participants, Accounts accounts, Talking talking,
            PromptCatalog prompts) {
        this.sessions = sessions;
        this.participants = participants;
        this.accounts = accounts;
        this.talking = talking;
        this.prompts = prompts;
    }

    public Optional<LiveRoom> of(long sessionId) {
        return sessions.findById(sessionId).map(this::look);
    }

    /** A session that is open now, and its room. */
    public record Open(PeerSession session, LiveRoom room) {}

    /** All sessions that are open now, in the order in which they began. */
    public List<Open> open() {
        return sessions
                .findByStateIn(EnumSet.of(SessionState.WAITING, SessionState.LIVE, SessionState.HELD)).stream()
                .sorted(Comparator.comparing(PeerSession::startsAt).thenComparing(PeerSession::id))
                .map(session -> new Open(session, look(session))).toList();
    }

    private LiveRoom look(PeerSession session) {
        Circle circle = new Circle(participants.findBySessionIdAndLeftAtIsNullOrderById(session.id()));
        List<LiveRoom.Person> people = circle.open().stream().sorted(Comparator.comparingInt(Participant::seat))
                .map(person -> look(person, circle, session.language())).toList();
        return new LiveRoom(session.id(), session.state(), session.locked(), session.endsAt(),
                session.extensionsLeft(), people);
    }

    private LiveRoom.Person look(Participant person, Circle circle, Language language) {
        return new LiveRoom.Person(person.seat(), person.role(), nickname(person, language), person.inRoom(),
                talking.now(person.call()), person.muted(), person.silenced(),
                person.handRaisedSince().isEmpty() ? null : circle.hands().indexOf(person) + 1, person.takenAt());
    }

    private @Nullable String nickname(Participant person, Language language) {
        return person.account().flatMap(accounts::find).map(account -> account.nickname())
                .map(name -> prompts.text(Spoken.nickname(name.first(), name.second()), language)).orElse(null);
    }
}
