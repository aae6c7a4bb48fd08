package np.saathi.ivr;

import static np.saathi.prompt.Prompt.CHOICES_INSTEAD;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_UNKNOWN;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_UNKNOWN_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_UNKNOWN_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_WITHHELD;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_WITHHELD_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_INSTEAD_WITHHELD_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_NONE;
import static np.saathi.prompt.Prompt.CHOICES_NONE_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_NONE_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_NONE_UNKNOWN;
import static np.saathi.prompt.Prompt.CHOICES_NONE_UNKNOWN_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_NONE_UNKNOWN_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_WAITING;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_UNKNOWN;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_UNKNOWN_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_UNKNOWN_SHORT;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_WITHHELD;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_WITHHELD_AGAIN;
import static np.saathi.prompt.Prompt.CHOICES_WAITING_WITHHELD_SHORT;
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
 *
 * Who is not remembered has no 3: nobody could answer. Who hides their number besides has no 2.
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

    private static final Menu<Choice> WAITING = known(CHOICES_WAITING, CHOICES_WAITING_AGAIN, CHOICES_WAITING_SHORT);
    private static final Menu<Choice> WAITING_UNKNOWN = unknown(CHOICES_WAITING_UNKNOWN, CHOICES_WAITING_UNKNOWN_AGAIN,
            CHOICES_WAITING_UNKNOWN_SHORT);
    private static final Menu<Choice> WAITING_WITHHELD = withheld(CHOICES_WAITING_WITHHELD,
            CHOICES_WAITING_WITHHELD_AGAIN, CHOICES_WAITING_WITHHELD_SHORT);
    private static final Menu<Choice> INSTEAD = known(CHOICES_INSTEAD, CHOICES_INSTEAD_AGAIN, CHOICES_INSTEAD_SHORT);
    private static final Menu<Choice> INSTEAD_UNKNOWN = unknown(CHOICES_INSTEAD_UNKNOWN, CHOICES_INSTEAD_UNKNOWN_AGAIN,
            CHOICES_INSTEAD_UNKNOWN_SHORT);
    private static final Menu<Choice> INSTEAD_WITHHELD = withheld(CHOICES_INSTEAD_WITHHELD,
            CHOICES_INSTEAD_WITHHELD_AGAIN, CHOICES_INSTEAD_WITHHELD_SHORT);
    private static final Menu<Choice> NONE_OPEN = known(CHOICES_NONE, CHOICES_NONE_AGAIN, CHOICES_NONE_SHORT);
    private static final Menu<Choice> NONE_UNKNOWN = unknown(CHOICES_NONE_UNKNOWN, CHOICES_NONE_UNKNOWN_AGAIN,
            CHOICES_NONE_UNKNOWN_SHORT);
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

    private static Menu<Choice> known(Prompt first, Prompt second, Prompt third) {
        return asking(first).on(Key.TWO, Choice.CALLBACK).on(Key.THREE, Choice.MESSAGE).retrying(second, third)
                .otherwise(Choice.STAY);
    }

    private static Menu<Choice> unknown(Prompt first, Prompt second, Prompt third) {
        return asking(first).on(Key.TWO, Choice.CALLBACK).retrying(second, third).otherwise(Choice.STAY);
    }

    private static Menu<Choice> withheld(Prompt first, Prompt second, Prompt third) {
        return asking(first).retrying(second, third).otherwise(Choice.STAY);
    }

    private static Menu.Asking<Choice> asking(Prompt first) {
        return Menu.<Choice>asking(first).on(Key.ONE, Choice.GROUP).on(Key.STAR, Choice.STAY)
                .on(Key.HASH, Choice.AWAY);
    }

    /** For who waits in this session, whose seat is kept meanwhile. */
    Chosen whileWaiting(PhoneLine line, Caller caller, PeerSession session) {
        Menu<Choice> menu = of(line, caller, WAITING, WAITING_UNKNOWN, WAITING_WITHHELD);
        return ask(menu, line, caller, session, Optional.of(session));
    }

    /** For who can't be in this session. @return another group to go to; empty for the main menu */
    Optional<PeerSession> instead(PhoneLine line, Caller caller, PeerSession session) {
        Menu<Choice> menu = of(line, caller, INSTEAD, INSTEAD_UNKNOWN, INSTEAD_WITHHELD);
        return ask(menu, line, caller, session, next(line)).group();
    }

    /** For who finds no group open: the next one is told. */
    void noneOpen(PhoneLine line, Caller caller) {
        Optional<PeerSession> next = next(line);
        line.say(Spoken.of(GROUP_NONE));
        next.ifPresent(planned -> {
            line.say(told(planned));
            if (isKnown(caller) || line.number().isPresent()) {
                ask(isKnown(caller) ? NONE_OPEN : NONE_UNKNOWN, line, caller, planned, next);
            }
        });
    }

    private static Menu<Choice> of(PhoneLine line, Caller caller, Menu<Choice> known, Menu<Choice> unknown,
            Menu<Choice> withheld) {
        return isKnown(caller) ? known : line.number().isPresent() ? unknown : withheld;
    }

    private static boolean isKnown(Caller caller) {
        return caller.account().isPresent();
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
