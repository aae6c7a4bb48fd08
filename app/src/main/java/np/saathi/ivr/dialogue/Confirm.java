package np.saathi.ivr.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * A question about a loss: it says what will be lost; 1 does it, everything else and silence does not. Keys that were
 * pressed ahead don't count: nobody ends a group by a key they pressed twice.
 */
public final class Confirm implements Dialogue {
    private final Spoken words;

    private Confirm(Spoken words) {
        this.words = words;
    }

    public static Confirm losing(Prompt loss) {
        return saying(Spoken.of(loss));
    }

    /** For a risk that takes more than one sentence to tell. */
    public static Confirm saying(Spoken words) {
        return new Confirm(words);
    }

    public boolean ask(PhoneLine line) {
        line.forgetKeys();
        return line.ask(words, line.timeouts().confirm()).equals(Optional.of(Key.ONE));
    }

    @Override
    public Outline outline() {
        return new Outline(List.of(words), Map.of("1", "do it", "silence", "leave it"));
    }
}
