package np.saathi.ivr.dialogue;

import java.util.Map;
import java.util.Optional;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;

/**
 * A number keyed in: digits 1 to 9 only, so that 0 keeps its meaning even here. Star clears what was keyed, and with
 * nothing keyed goes a step back; hash or the last digit ends it. Silence (ten seconds), or too few digits, is a try.
 */
public final class Entry implements Dialogue {
    private static final String STAR = "*";
    private static final String HASH = "#";

    private final int least;
    private final int most;
    private final Tries tries;

    private Entry(int least, int most, Tries tries) {
        this.least = least;
        this.most = most;
        this.tries = tries;
    }

    /** @param least how many digits at least; {@code most} ends the entry by itself */
    public static Entry ofDigits(int least, int most, Prompt first, Prompt second, Prompt third) {
        return new Entry(least, most, Tries.of(Spoken.of(first), second, third));
    }

    /** @return the digits; empty for a step back, and after three tries */
    public Optional<String> ask(PhoneLine line) {
        for (Spoken words : tries.words()) {
            String keys = line.keyIn(words, most, line.timeouts().entry());
            while (keys.length() > 1 && keys.endsWith(STAR)) {
                keys = line.keyIn(Spoken.of(Prompt.ENTRY_CLEARED), most, line.timeouts().entry());
            }
            if (keys.equals(STAR)) {
                return Optional.empty();
            }
            String digits = keys.replace(HASH, "");
            if (digits.length() >= least) {
                return Optional.of(digits);
            }
        }
        return Optional.empty();
    }

    @Override
    public Outline outline() {
        String digits = least == most ? least + " digits" : least + " to " + most + " digits, #";
        return new Outline(tries.words(), Map.of(digits, "go on", "*", "clear, or back", "silence", "back"));
    }
}
