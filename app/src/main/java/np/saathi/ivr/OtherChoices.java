package np.saathi.ivr;

import static np.saathi.prompt.Prompt.CHOICES_INSTEAD;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_NONE;
import static np.saathi.prompt.Prompt.CHOICES_NONE_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_NONE_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_WAITING;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_SHORT;
import static np.saathi.prompt.Prompt.GROUP_LIST_KEYS;
import static np.saathi.prompt.Prompt.GROUP_NEXT;
import static np.saathi.prompt.Prompt.GROUP_NONE;
import static np.saathi.prompt.Prompt.GROUP_NOOTHER;
import static np.saathi.prompt.Prompt.GROUP_UNPLANNED;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.ivr.dialogue.Listing;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.PeerSession;
import np.saathi.session.Sessions;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Where a group can't be had now, or is waited for:
 *
 * <pre>
 * 1 another group that is open | 2 be rung when one starts | 3 leave a message | * wait on, or the main menu
 * </pre>
 */
@Component
class OtherChoices {

    enum Choice {
        GROUP, CALLBACK, MESSAGE, STAY, AWAY
    }

    /** @param waitsOn they keep the seat they have; else they give it up, for another group or none */
    record Chosen(boolean waitsOn, Optional<PeerSession> group) {
        private static final Chosen WAIT = new Chosen(true, Optional.empty());
        private static final Chosen NONE = new Chosen(false, Optional.empty());
    }

    private static final Menu<Choice> WAITING = menu(CHOICES_WAITING, CHOICES_WAITING_AGAIN, CHOICES_WAITING_SHORT);
    private static final Menu<Choice> INSTEAD = menu(CHOICES_INSTEAD, CHOICES_INSTEAD_AGAIN, CHOICES_INSTEAD_SHORT);
    private static final Menu<Choice> NONE_OPEN = menu(CHOICES_NONE, CHOICES_NONE_AGAIN, CHOICES_NONE_SHORT);
    private static final Listing<PeerSession> OTHERS = Listing
            .speaking(session -> Spoken.category(session.category()), GROUP_LIST_KEYS);

    private final Sessions sessions;
    private final CallbackFlow callbacks;
    private final MessageVisit messages;
    private final Clock clock;

    OtherChoices(Sessions sessions, CallbackFlow callbacks, MessageVisit messages, Clock clock) {
        this.sessions = sessions;
        this.callbacks = callbacks;
        this.messages = messages;
        this.clock = clock;
    }

    private static Menu<Choice> menu(Prompt first, Prompt second, Prompt third) {
        return Menu.<Choice>asking(first).on(Key.ONE, Choice.GROUP).on(Key.TWO, Choice.CALLBACK)
                .on(Key.THREE, Choice.MESSAGE).on(Key.STAR, Choice.STAY).on(Key.HASH, Choice.AWAY)
                .retrying(second, third).otherwise(Choice.STAY);
    }

    /** For who waits in this session, whose seat is kept meanwhile. */
    Chosen whileWaiting(PhoneLine line, Caller caller, PeerSession session) {
        return ask(WAITING, line, caller, session, Optional.of(session));
    }

    /** For who can't be in this session. @return another group to go to; empty for the main menu */
    Optional<PeerSession> instead(PhoneLine line, Caller caller, PeerSession session) {
        return ask(INSTEAD, line, caller, session, next(line)).group();
    }

    /** For who finds no group open: the next one is told. */
    void noneOpen(PhoneLine line, Caller caller) {
        Optional<PeerSession> next = next(line);
        line.say(Spoken.of(GROUP_NONE));
        next.ifPresent(planned -> {
            line.say(told(planned));
            ask(NONE_OPEN, line, caller, planned, next);
        });
    }

    private Chosen ask(Menu<Choice> menu, PhoneLine line, Caller caller, PeerSession but,
            Optional<PeerSession> toBeRungFor) {
        while (true) {
            switch (menu.ask(line)) {
                case GROUP -> {
                    Optional<PeerSession> other = other(line, but);
                    if (other.isPresent()) {
                        return new Chosen(false, other);
                    }
                }
                case CALLBACK -> {
                    if (isRung(line, caller, toBeRungFor)) {
                        return Chosen.NONE;
                    }
                }
                case MESSAGE -> messages.open(line, caller);
                case STAY -> {
                    return Chosen.WAIT;
                }
                case AWAY -> {
                    return Chosen.NONE;
                }
            }
        }
    }

    private Optional<PeerSession> other(PhoneLine line, PeerSession but) {
        List<PeerSession> others = line.meanwhile(() -> sessions.openNow(line.language())).stream()
                .filter(session -> session.id() != but.id()).toList();
        if (others.isEmpty()) {
            line.say(Spoken.of(GROUP_NOOTHER));
            next(line).ifPresent(planned -> line.say(told(planned)));
        }
        return others.size() == 1 ? Optional.of(others.getFirst()) : OTHERS.ask(line, others);
    }

    private boolean isRung(PhoneLine line, Caller caller, Optional<PeerSession> when) {
        if (when.isEmpty()) {
            line.say(Spoken.of(GROUP_UNPLANNED));
            return false;
        }
        return callbacks.offer(line, caller, when.get());
    }

    private Optional<PeerSession> next(PhoneLine line) {
        return line.meanwhile(() -> sessions.next(line.language()));
    }

    private Spoken told(PeerSession planned) {
        return Spoken.of(GROUP_NEXT).then(Spoken.category(planned.category()))
                .then(Spoken.moment(planned.startsAt(), clock.instant()));
    }
}
