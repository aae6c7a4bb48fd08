package np.saathi.telephony;

/**
 * How far a call has come: its checkpoint, kept on the channel itself, so that it outlives the app (ADR 0003). Prose
 * can't resume in mid-method: a new process goes on from the step, never from the sentence.
 */
public enum Step {
    /** Nothing was asked yet; a call that is met here begins at the beginning. */
    START, MENU, ROOM, RATING,
    /** Under 18: never to be led to the main menu. */
    MINOR;

    /** The value of the channel variable {@code STEP}: empty for {@link #START}. */
    public String onChannel() {
        return this == START ? "" : name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @return {@link #START} for anything that is no step: a channel can be trusted with less than that */
    public static Step fromChannel(String value) {
        for (Step step : values()) {
            if (step.onChannel().equals(value)) {
                return step;
            }
        }
        return START;
    }
}
