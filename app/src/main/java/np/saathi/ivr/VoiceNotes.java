package np.saathi.ivr;

import static np.saathi.prompt.Prompt.MESSAGE_DROPPED;
import static np.saathi.prompt.Prompt.MESSAGE_KEYS;
import static np.saathi.prompt.Prompt.MESSAGE_NOTHING;

import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.ivr.dialogue.Recording;
import np.saathi.message.Content;
import np.saathi.message.UnsentNotes;
import np.saathi.message.UnsentNotes.Note;
import np.saathi.message.VoiceIntake;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Recorded;

/** A voice note beside what was answered by keys, for who wants to give one; a broken-off one is offered once more. */
@Component
class VoiceNotes {
    private final VoiceIntake intake;
    private final UnsentNotes unsent;

    VoiceNotes(VoiceIntake intake, UnsentNotes unsent) {
        this.intake = intake;
        this.unsent = unsent;
    }

    /** The words of one kind of note. @param left what is said of one that was broken off, and its keys */
    record Kind(UnsentNotes.Kind kind, Menu<Boolean> wanted, Recording recording, Prompt left) {
        static Menu<Boolean> wanted(Prompt first, Prompt second, Prompt third) {
            return Menu.<Boolean>asking(first).on(Key.ONE, true).on(Key.TWO, false).on(Key.HASH, false)
                    .retrying(second, third).otherwise(false);
        }

        static Recording speaking(Prompt invitation) {
            return Recording.of(invitation, MESSAGE_KEYS, VoiceIntake.LONGEST);
        }
    }

    /**
     * Whose note about what.
     *
     * @param who empty for who is not remembered: what they break off can't be offered to them again
     * @param keep takes what they want to give, G.711 A-law
     */
    record Asked(Optional<AccountId> who, long about, Consumer<byte[]> keep) {}

    /** Asks whether they want to give one. @return whether one was given */
    boolean ask(PhoneLine line, Kind kind, Asked asked) {
        Optional<Note> left = left(line, kind, asked.who()).filter(note -> note.about() == asked.about());
        if (left.isPresent()) {
            return offer(line, kind, asked, left.get());
        }
        return kind.wanted().ask(line) && speak(line, kind, asked);
    }

    /** What this person broke off in the last 24 hours. */
    Optional<Note> left(PhoneLine line, Kind kind, Optional<AccountId> who) {
        return who.flatMap(account -> line.meanwhile(() -> unsent.find(account, kind.kind())));
    }

    /** Asks what is to become of a note that was broken off. @return whether it was given */
    boolean offer(PhoneLine line, Kind kind, Asked asked, Note left) {
        Recording.Decision decision = Recording.askAgain(line, kind.left(), () -> line.play(left.sound()));
        if (decision == Recording.Decision.NONE) {
            return false; // it waits on
        }
        if (decision == Recording.Decision.SEND) {
            line.during(() -> asked.keep().accept(left.sound()));
        }
        asked.who().ifPresent(account -> line.during(() -> unsent.drop(account, kind.kind())));
        return switch (decision) {
            case SEND -> true;
            case AGAIN -> speak(line, kind, asked);
            case AWAY, NONE -> {
                line.say(Spoken.of(MESSAGE_DROPPED));
                yield false;
            }
        };
    }

    private boolean speak(PhoneLine line, Kind kind, Asked asked) {
        Optional<Recorded> recorded = kind.recording().ask(line, broken -> breakOff(kind, asked, broken));
        if (recorded.isEmpty()) {
            line.say(Spoken.of(MESSAGE_DROPPED));
            return false;
        }
        try {
            Optional<Content.Voice> voice = line.meanwhile(() -> intake.spoken(recorded.get()));
            voice.ifPresentOrElse(said -> line.during(() -> asked.keep().accept(said.alaw())),
                    () -> line.say(Spoken.of(MESSAGE_NOTHING)));
            return voice.isPresent();
        } finally {
            recorded.get().discard();
        }
    }

    private void breakOff(Kind kind, Asked asked, Recorded broken) {
        asked.who().ifPresentOrElse(account -> BrokenOff.keep(broken,
                () -> unsent.keep(account, kind.kind(), asked.about(), broken)), broken::discard);
    }
}
