package np.saathi.ringing;

import np.saathi.telephony.TelephonyEvent.Answer;

/** What became of ringing somebody. Never guessed. */
public enum RingOutcome {
    /** Somebody pressed 1. */
    ACCEPTED,
    /** Somebody pressed 1, and then left it to others. */
    DECLINED,
    /** Something picked up and nobody pressed 1: a machine, or not who was meant. */
    NO_KEY, NO_ANSWER, BUSY,
    /** It could not be rung. */
    FAILED,
    /** Somebody at that phone wants never to be rung; it was not. */
    NEVER,
    /** That phone was rung as often as it may be in a day; it was not. */
    TOO_OFTEN,
    /** That phone was in a call here already; it was not rung. */
    IN_CALL,
    /** It was rung, and nobody of ours saw how that ended. */
    UNSEEN;

    static RingOutcome of(Answer answer) {
        return switch (answer) {
            case PICKED_UP -> NO_KEY;
            case NO_ANSWER -> NO_ANSWER;
            case BUSY -> BUSY;
            case FAILED -> FAILED;
        };
    }
}
