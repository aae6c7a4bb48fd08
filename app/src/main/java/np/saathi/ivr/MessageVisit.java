package np.saathi.ivr;

import static np.saathi.prompt.Prompt.MESSAGE_AFTER;
import static np.saathi.prompt.Prompt.MESSAGE_AFTER_AGAIN;
import static np.saathi.prompt.Prompt.MESSAGE_AFTER_SHORT;
import static np.saathi.prompt.Prompt.MESSAGE_DROPPED;
import static np.saathi.prompt.Prompt.MESSAGE_INTRO;
import static np.saathi.prompt.Prompt.MESSAGE_KEYS;
import static np.saathi.prompt.Prompt.MESSAGE_MENU;
import static np.saathi.prompt.Prompt.MESSAGE_MENU_AGAIN;
import static np.saathi.prompt.Prompt.MESSAGE_MENU_SHORT;
import static np.saathi.prompt.Prompt.MESSAGE_NONE;
import static np.saathi.prompt.Prompt.MESSAGE_NOTHING;
import static np.saathi.prompt.Prompt.MESSAGE_SENT;
import static np.saathi.prompt.Prompt.MESSAGE_SPEAK;
import static np.saathi.prompt.Prompt.MESSAGE_TOOMANY;
import static np.saathi.prompt.Prompt.MESSAGE_UNKNOWN;
import static np.saathi.prompt.Prompt.MESSAGE_UNSENT;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.caller.Caller;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.ivr.dialogue.Recording;
import np.saathi.message.Mailbox;
import np.saathi.message.UnsentRecordings.Unsent;
import np.saathi.message.VoiceIntake;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Recorded;

/**
 * Key 2 of the main menu:
 *
 * <pre>
 * "nobody hears this at once" → PIN where one is set → 1 leave a message | 2 hear answers | * back
 * before that, a recording that was broken off in the last 24 hours, a note on a group too:
 *   1 send | 2 listen | 3 again | * throw away
 * an answer: 1 answer it | 2 next | 3 again | * back
 * </pre>
 */
@Component
class MessageVisit {
    enum Choice {
        LEAVE, HEAR, NEXT, AGAIN, BACK
    }

    private static final Menu<Choice> MENU = Menu.<Choice>asking(MESSAGE_MENU) //
            .on(Key.ONE, Choice.LEAVE).on(Key.TWO, Choice.HEAR).on(Key.STAR, Choice.BACK).on(Key.HASH, Choice.BACK)
            .retrying(MESSAGE_MENU_AGAIN, MESSAGE_MENU_SHORT).otherwise(Choice.BACK);
    private static final Menu<Choice> AFTER = Menu.<Choice>asking(MESSAGE_AFTER) //
            .on(Key.ONE, Choice.LEAVE).on(Key.TWO, Choice.NEXT).on(Key.THREE, Choice.AGAIN)
            .on(Key.STAR, Choice.BACK).on(Key.HASH, Choice.BACK)
            .retrying(MESSAGE_AFTER_AGAIN, MESSAGE_AFTER_SHORT).otherwise(Choice.BACK);
    private static final Recording MESSAGE = Recording.of(MESSAGE_SPEAK, MESSAGE_KEYS, VoiceIntake.LONGEST);

    private final Mailbox mailbox;
    private final PinGate gate;
    private final RatingFlow rating;

    MessageVisit(Mailbox mailbox, PinGate gate, RatingFlow rating) {
        this.mailbox = mailbox;
        this.gate = gate;
        this.rating = rating;
    }

    void open(PhoneLine line, Caller caller) {
        if (caller.account().isEmpty()) {
            line.say(Spoken.of(MESSAGE_UNKNOWN)); // nobody could be answered
            return;
        }
        AccountId account = caller.account().get();
        line.say(Spoken.of(MESSAGE_INTRO));
        if (gate.opens(line, account)) {
            offerUnsent(line, account);
            rating.offerBrokenOff(line, account);
            menu(line, account);
        }
    }

    private void offerUnsent(PhoneLine line, AccountId account) {
        Optional<Unsent> kept = line.meanwhile(() -> mailbox.unsent(account));
        if (kept.isEmpty()) {
            return;
        }
        switch (Recording.askAgain(line, MESSAGE_UNSENT, () -> line.play(kept.get().sound()))) {
            case SEND -> tell(line, line.meanwhile(() -> mailbox.sendUnsent(account)));
            case AGAIN -> {
                line.during(() -> mailbox.dropUnsent(account));
                leave(line, account, kept.get().inReplyTo());
            }
            case AWAY -> {
                line.during(() -> mailbox.dropUnsent(account));
                line.say(Spoken.of(MESSAGE_DROPPED));
            }
            case NONE -> {
                // it waits on
            }
        }
    }

    private void menu(PhoneLine line, AccountId account) {
        while (true) {
            switch (MENU.ask(line)) {
                case LEAVE -> leave(line, account, null);
                case HEAR -> hear(line, account);
                default -> {
                    return;
                }
            }
        }
    }

    private void hear(PhoneLine line, AccountId account) {
        List<Long> unheard = line.meanwhile(() -> mailbox.unheard(account));
        if (unheard.isEmpty()) {
            line.say(Spoken.of(MESSAGE_NONE));
        }
        for (long message : unheard) {
            if (hear(line, account, message) == Choice.BACK) {
                return;
            }
        }
    }

    private Choice hear(PhoneLine line, AccountId account, long message) {
        Optional<byte[]> sound = line.meanwhile(() -> mailbox.sound(account, message));
        Choice next = Choice.AGAIN;
        while (sound.isPresent() && next == Choice.AGAIN) {
            line.play(sound.get());
            line.during(() -> mailbox.heard(account, message));
            next = AFTER.ask(line);
        }
        if (next == Choice.LEAVE) {
            leave(line, account, message);
        }
        return next;
    }

    private void leave(PhoneLine line, AccountId account, @Nullable Long inReplyTo) {
        if (!line.meanwhile(() -> mailbox.takesMore(account))) {
            line.say(Spoken.of(MESSAGE_TOOMANY));
            return;
        }
        Optional<Recorded> recorded = MESSAGE.ask(line, broken -> BrokenOff.keep(mailbox, account, inReplyTo, broken));
        if (recorded.isEmpty()) {
            line.say(Spoken.of(MESSAGE_DROPPED));
            return;
        }
        try {
            tell(line, line.meanwhile(() -> mailbox.leave(account, inReplyTo, recorded.get())));
        } finally {
            recorded.get().discard();
        }
    }

    private static void tell(PhoneLine line, Mailbox.Sent sent) {
        line.say(Spoken.of(switch (sent) {
            case SENT -> MESSAGE_SENT;
            case NOTHING_HEARD -> MESSAGE_NOTHING;
            case TOO_MANY -> MESSAGE_TOOMANY;
        }));
    }
}
