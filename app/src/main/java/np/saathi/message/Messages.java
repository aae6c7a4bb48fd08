package np.saathi.message;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.account.AccountId;
import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.identity.Encryptor;
import np.saathi.message.MessageRefused.Why;
import np.saathi.prompt.Language;
import np.saathi.prompt.Studio;
import np.saathi.session.PeerSession;
import np.saathi.session.Sessions;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.Volunteers;

/**
 * Private messages. A caller writes to the volunteers; whoever of them opens it first has it for a while, and answers.
 * Every method throws {@link MessageRefused} for what can't be done, and then changes nothing.
 */
@Service
public class Messages {
    private static final Duration DAY = Duration.ofDays(1);
    private final MessageRows rows;
    private final VoiceFiles voices;
    private final Volunteers volunteers;
    private final Callers callers;
    private final Sessions sessions;
    private final Encryptor encryptor;
    private final Studio studio;
    private final MessageProperties limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Messages(MessageRows rows, VoiceFiles voices, Volunteers volunteers, Callers callers, Sessions sessions,
            Encryptor encryptor, Studio studio, MessageProperties limits, TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.voices = voices;
        this.volunteers = volunteers;
        this.callers = callers;
        this.sessions = sessions;
        this.encryptor = encryptor;
        this.studio = studio;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a caller's message is about.
     *
     * @param to a volunteer whom they have met, for whom it is first; null for any
     * @param sessionId one that they were in: its language and category decide who gets the message
     * @param inReplyTo a message in their own thread; goes first to who wrote it
     */
    public record About(@Nullable AccountId to, @Nullable Long sessionId, @Nullable Long inReplyTo) {

        /** Any volunteer who speaks their language. */
        public static final About ANYTHING = new About(null, null, null);
    }

    /** @param items of the asked page */
    public record Inbox(List<Message> items, long total) {}

    public Message fromCaller(AccountId caller, About about, Content content) {
        Instant now = clock.instant();
        mustBeFew(caller);
        Optional<PeerSession> session = Optional.ofNullable(about.sessionId()).map(id -> attended(caller, id));
        Optional<Message> reply = Optional.ofNullable(about.inReplyTo()).map(id -> inThreadOf(caller, id));
        AccountId to = Optional.ofNullable(about.to()).or(() -> reply.map(Message::volunteer)).orElse(null);
        if (to != null && !rows.haveMet(caller, to)) {
            throw new MessageRefused(Why.NEVER_MET);
        }
        Optional<Caller> known = callers.find(caller);
        Language language = session.map(PeerSession::language).or(() -> reply.map(Message::language))
                .or(() -> known.map(Caller::language)).orElse(Language.NEPALI);
        String category = session.map(PeerSession::category).or(() -> reply.map(Message::category))
                .or(() -> known.flatMap(Caller::lastCategory)).orElse(null);
        return keep(true, caller, to, about.sessionId(), about.inReplyTo(), language, category, content, now);
    }

    /** Whether the caller has sent fewer than they may in a day. */
    boolean takesMore(AccountId caller) {
        return rows.sentSince(caller, clock.instant().minus(DAY)) < limits.perDay();
    }

    /** @throws MessageRefused when the caller has sent as many as they may in a day */
    void mustBeFew(AccountId caller) {
        if (!takesMore(caller)) {
            throw new MessageRefused(Why.TOO_MANY);
        }
    }

    private PeerSession attended(AccountId caller, long sessionId) {
        return sessions.find(sessionId).filter(_ -> rows.wasIn(caller, sessionId))
                .orElseThrow(() -> new MessageRefused(Why.NEVER_MET));
    }

    private Message inThreadOf(AccountId caller, long id) {
        return rows.find(id).filter(message -> message.caller().equals(caller))
                .orElseThrow(() -> new MessageRefused(Why.UNKNOWN));
    }

    /**
     * Answers a message that this volunteer has open; one of the two says which.
     *
     * @param inReplyTo the message
     * @param to whose message
     */
    public Message fromVolunteer(AccountId volunteer, @Nullable Long inReplyTo, @Nullable AccountId to,
            Content content) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Instant now = clock.instant();
            Message question = rows.held(volunteer, inReplyTo, to, now)
                    .orElseThrow(() -> new MessageRefused(Why.NOT_OPENED));
            rows.answered(question.id(), now);
            return keep(false, question.caller(), volunteer, question.sessionId(), question.id(), question.language(),
                    question.category(), content, now);
        }));
    }

    /** The file first: a row without its voice would be a message that nobody can hear. */
    private Message keep(boolean fromCaller, AccountId caller, @Nullable AccountId volunteer, @Nullable Long sessionId,
            @Nullable Long reply, Language language, @Nullable String category, Content content, Instant now) {
        String name = UUID.randomUUID().toString();
        byte[] text = null;
        Integer seconds = null;
        switch (content) {
            case Content.Text said -> text = encryptor.encrypt(said.words().getBytes(StandardCharsets.UTF_8),
                    context(name));
            case Content.Voice voice -> {
                seconds = voice.seconds();
                voices.write(name, voice.alaw());
            }
        }
        Message message = new Message(0, name, caller, fromCaller, volunteer, sessionId, reply, language, category,
                seconds, now, null, null, null, null);
        return rows.find(rows.insert(message, text)).orElseThrow();
    }

    /** All of a caller's own thread, the latest first. */
    public Inbox ofCaller(AccountId caller, long offset, int size) {
        return new Inbox(rows.ofCaller(caller, offset, size), rows.countOfCaller(caller));
    }

    /** What a volunteer may open, holds, has answered or written, the latest first. */
    public Inbox ofVolunteer(AccountId account, long offset, int size) {
        Instant now = clock.instant();
        return volunteers.find(account)
                .map(me -> new Inbox(rows.forVolunteer(me, late(now), now, offset, size),
                        rows.countForVolunteer(me, late(now), now)))
                .orElse(new Inbox(List.of(), 0));
    }

    /** For 30 minutes nobody else can; opened again it is theirs for 30 more. */
    public Message openAsVolunteer(AccountId account, long id) {
        Instant now = clock.instant();
        Volunteer me = volunteers.find(account).orElseThrow(() -> new MessageRefused(Why.UNKNOWN));
        if (!rows.concerns(id, me, late(now), now)) {
            throw new MessageRefused(Why.UNKNOWN);
        }
        Message message = rows.find(id).orElseThrow(() -> new MessageRefused(Why.UNKNOWN));
        if (!message.fromCaller() || message.answeredAt() != null && account.equals(message.heldBy())) {
            return message;
        }
        if (!rows.hold(id, account, now, now.plus(limits.held()))) {
            throw new MessageRefused(Why.HELD_BY_ANOTHER);
        }
        return rows.find(id).orElseThrow();
    }

    /** What this volunteer could open now: those they hold, then the earliest. */
    List<Message> openTo(AccountId account, int most) {
        Instant now = clock.instant();
        return volunteers.find(account).map(me -> rows.openTo(me, late(now), now, most)).orElse(List.of());
    }

    /** Lets others open what this volunteer holds and has not answered. */
    void giveBack(AccountId volunteer, long id) {
        rows.giveBack(id, volunteer);
    }

    /** A caller reads a message of their own thread; a volunteer's counts as heard from then on. */
    public Message openAsCaller(AccountId caller, long id) {
        Message message = inThreadOf(caller, id);
        if (!message.fromCaller()) {
            rows.heard(id, clock.instant());
        }
        return rows.find(id).orElseThrow();
    }

    /** For who is allowed to read it now. Empty for voice. */
    public Optional<String> text(Message message) {
        byte[] text = rows.text(message.id());
        return Optional.ofNullable(text)
                .map(sealed -> new String(encryptor.decrypt(sealed, context(message.name())), StandardCharsets.UTF_8));
    }

    /** As the line plays it: its voice, or its text read aloud. Empty when the voice is gone. */
    public Optional<byte[]> sound(Message message) {
        return message.isVoice()
                ? voices.read(message.name())
                : text(message).map(words -> studio.say(words, message.language()));
    }

    /** A caller's message that they may read, without opening it. */
    Optional<Message> readableByCaller(AccountId caller, long id) {
        return rows.find(id).filter(message -> message.caller().equals(caller));
    }

    /** A message that this volunteer has open, or wrote. */
    Optional<Message> readableByVolunteer(AccountId volunteer, long id) {
        return rows.find(id).filter(message -> isReadable(message, volunteer));
    }

    boolean isReadable(Message message, AccountId volunteer) {
        return message.isReadableBy(volunteer, clock.instant());
    }

    /** The answers that this caller has not heard, the earliest first. */
    public List<Message> unheardBy(AccountId caller) {
        return rows.unheardBy(caller);
    }

    private Instant late(Instant now) {
        return now.minus(limits.unheard());
    }

    private static String context(String name) {
        return "message:" + name;
    }
}
