package np.saathi.ivr;

import static np.saathi.prompt.Prompt.RATING;
import static np.saathi.prompt.Prompt.RATING_AGAIN;
import static np.saathi.prompt.Prompt.RATING_LOW;
import static np.saathi.prompt.Prompt.RATING_NOTE;
import static np.saathi.prompt.Prompt.RATING_NOTE_AGAIN;
import static np.saathi.prompt.Prompt.RATING_NOTE_SHORT;
import static np.saathi.prompt.Prompt.RATING_NOTE_SPEAK;
import static np.saathi.prompt.Prompt.RATING_NOTE_UNSENT;
import static np.saathi.prompt.Prompt.RATING_SHORT;
import static np.saathi.prompt.Prompt.RATING_THANKS;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.feedback.Feedback;
import np.saathi.feedback.FeedbackVoices;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.ivr.dialogue.Recording;
import np.saathi.message.UnsentNotes;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.Step;

/**
 * How much did it help?
 *
 * <pre>
 * 1 (not at all) to 5 (very much) → 1 a voice note | 2 none
 * after 1 or 2: "0 for someone now" | # or silence skips
 * </pre>
 */
@Component
class RatingFlow {
    private static final int SKIPPED = 0;
    private static final int LOW = 2;
    private static final Menu<Integer> QUESTION = Menu.<Integer>asking(RATING) //
            .on(Key.ONE, 1).on(Key.TWO, 2).on(Key.THREE, 3).on(Key.FOUR, 4).on(Key.FIVE, 5).on(Key.HASH, SKIPPED)
            .retrying(RATING_AGAIN, RATING_SHORT).otherwise(SKIPPED);
    private static final Menu<Boolean> NOTE = VoiceNotes.Kind.wanted(RATING_NOTE, RATING_NOTE_AGAIN,
            RATING_NOTE_SHORT);
    private static final Recording VOICE = VoiceNotes.Kind.speaking(RATING_NOTE_SPEAK);
    private static final VoiceNotes.Kind NOTES = new VoiceNotes.Kind(UnsentNotes.Kind.FEEDBACK, NOTE, VOICE,
            RATING_NOTE_UNSENT);

    private final Feedback feedback;
    private final FeedbackVoices voices;
    private final VoiceNotes notes;

    RatingFlow(Feedback feedback, FeedbackVoices voices, VoiceNotes notes) {
        this.feedback = feedback;
        this.voices = voices;
        this.notes = notes;
    }

    void ask(PhoneLine line, Visit visit) {
        line.reach(Step.RATING);
        int answer = QUESTION.ask(line);
        if (answer == SKIPPED) {
            return;
        }
        boolean first = line.meanwhile(() -> feedback.rate(visit.participantId(), answer));
        if (answer <= LOW) {
            line.ask(Spoken.of(RATING_LOW), line.timeouts().help());
        } else {
            line.say(Spoken.of(RATING_THANKS));
        }
        if (first && notes.ask(line, NOTES, note(visit.person().account(), visit.participantId()))) {
            line.say(Spoken.of(RATING_THANKS));
        }
    }

    /** A note that this caller broke off after an earlier rating, or in this call before they asked for help. */
    void offerBrokenOff(PhoneLine line, AccountId account) {
        Optional<AccountId> who = Optional.of(account);
        notes.left(line, NOTES, who).ifPresent(left -> {
            if (notes.offer(line, NOTES, note(who, left.about()), left)) {
                line.say(Spoken.of(RATING_THANKS));
            }
        });
    }

    private VoiceNotes.Asked note(Optional<AccountId> who, long participant) {
        return new VoiceNotes.Asked(who, participant, said -> voices.say(participant, said));
    }
}
