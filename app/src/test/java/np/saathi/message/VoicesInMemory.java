package np.saathi.message;

import java.util.Optional;

import np.saathi.telephony.Recorded;

/** Hears something in every recording, until told that there is nothing. */
public final class VoicesInMemory extends VoiceIntake {
    private boolean silent;

    @SuppressWarnings("NullAway") // the one method that uses it is replaced
    public VoicesInMemory() {
        super(null, null);
    }

    public void areSilent() {
        silent = true;
    }

    @Override
    public Optional<Content.Voice> spoken(Recorded recording) {
        return silent ? Optional.empty() : Optional.of(new Content.Voice(new byte[]{1, 2, 3}));
    }
}
