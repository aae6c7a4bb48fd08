package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_MESSAGE_AFTER;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_AFTER_AGAIN;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_AFTER_SHORT;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_BACK;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_INTRO;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_NONE;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_SENT;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_TAKEN;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_UNSENT;
import static np.saathi.prompt.Prompt.HOST_MESSAGE_UNTRAINED;
import static np.saathi.prompt.Prompt.MESSAGE_DROPPED;
import static np.saathi.prompt.Prompt.MESSAGE_KEYS;
import static np.saathi.prompt.Prompt.MESSAGE_NOTHING;
import static np.saathi.prompt.Prompt.MESSAGE_SPEAK;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.ivr.dialogue.Recording;
import np.saathi.message.UnsentRecordings.Unsent;
import np.saathi.message.VoiceIntake;
import np.saathi.message.VolunteerMailbox;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Recorded;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;

/**
 * Key 2 of a volunteer's menu, for certified ones: callers' messages, one after another.
 *
 * <pre>
 * before that, an answer that was broken off in the last 24 hours: 1 send | 2 listen | 3 again | * throw away
 * a message (theirs for half an hour): 1 answer it | 2 next | 3 again | 4 give it back to the others | * back
 * </pre>
 */
@Component
class VolunteerMessages {

    enum Choice {
        ANSWER, NEXT, AGAIN, GIVE_BACK, LEAVE
    }

    private static final Menu<Choice> AFTER = Menu.<Choice>asking(HOST_MESSAGE_AFTER) //
            .on(Key.ONE, Choice.ANSWER).on(Key.TWO, Choice.NEXT).on(Key.THREE, Choice.AGAIN)
            .on(Key.FOUR, Choice.GIVE_BACK).on(Key.STAR, Choice.LEAVE).on(Key.HASH, Choice.LEAVE)
            .retrying(HOST_MESSAGE_AFTER_AGAIN, HOST_MESSAGE_AFTER_SHORT).otherwise(Choice.LEAVE);
    private static final Recording ANSWER = Recording.of(MESSAGE_SPEAK, MESSAGE_KEYS, VoiceIntake.LONGEST);

    private final VolunteerMailbox mailbox;

    VolunteerMessages(VolunteerMailbox mailbox) {
        this.mailbox = mailbox;
    }

    void open(PhoneLine line, Volunteer volunteer) {
        if (volunteer.training() != Training.CERTIFIED) {
            line.say(Spoken.of(HOST_MESSAGE_UNTRAINED));
            return;
        }
        AccountId me = volunteer.account();
        offerUnsent(line, me);
        List<Long> waiting = line.meanwhile(() -> mailbox.waiting(me));
        line.say(Spoken.of(waiting.isEmpty() ? HOST_MESSAGE_NONE : HOST_MESSAGE_INTRO));
        for (long message : waiting) {
            if (hear(line, me, message) == Choice.LEAVE) {
                return;
            }
        }
    }

    private void offerUnsent(PhoneLine line, AccountId me) {
        Optional<Unsent> kept = line.meanwhile(() -> mailbox.unsent(me));
        Long message = kept.map(Unsent::inReplyTo).orElse(null);
        if (message == null) {
            return;
        }
        switch (Recording.askAgain(line, HOST_MESSAGE_UNSENT, () -> line.play(kept.get().sound()))) {
            case SEND -> tell(line, line.meanwhile(() -> mailbox.sendUnsent(me)));
            case AGAIN -> {
                line.during(() -> mailbox.dropUnsent(me));
                answer(line, me, message);
            }
            case AWAY -> {
                line.during(() -> mailbox.dropUnsent(me));
                line.say(Spoken.of(MESSAGE_DROPPED));
            }
            case NONE -> {
                // it waits on
            }
        }
    }

    private Choice hear(PhoneLine line, AccountId me, long message) {
        Optional<byte[]> sound = line.meanwhile(() -> mailbox.open(me, message));
        if (sound.isEmpty()) {
            return Choice.NEXT; // another has opened it meanwhile
        }
        Choice choice;
        do {
            line.play(sound.get());
            choice = AFTER.ask(line);
        } while (choice == Choice.AGAIN);
        if (choice == Choice.ANSWER) {
            answer(line, me, message);
        } else if (choice == Choice.GIVE_BACK) {
            line.during(() -> mailbox.giveBack(me, message));
            line.say(Spoken.of(HOST_MESSAGE_BACK));
        }
        return choice;
    }

    private void answer(PhoneLine line, AccountId me, long message) {
        Optional<Recorded> recorded = ANSWER.ask(line, broken -> BrokenOff.keep(mailbox, me, message, broken));
        if (recorded.isEmpty()) {
            line.say(Spoken.of(MESSAGE_DROPPED));
            return;
        }
        try {
            tell(line, line.meanwhile(() -> mailbox.answer(me, message, recorded.get())));
        } finally {
            recorded.get().discard();
        }
    }

    private static void tell(PhoneLine line, VolunteerMailbox.Sent sent) {
        line.say(Spoken.of(switch (sent) {
            case SENT -> HOST_MESSAGE_SENT;
            case NOTHING_HEARD -> MESSAGE_NOTHING;
            case TAKEN -> HOST_MESSAGE_TAKEN;
        }));
    }
}
