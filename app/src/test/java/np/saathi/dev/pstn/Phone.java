package np.saathi.dev.pstn;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import np.saathi.dev.asterisk.Ami;
import np.saathi.dev.hearing.Heard;
import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.process.Wait;

/**
 * A person on the phone: presses keys, speaks (a tone, by which others can be heard to hear it), hangs up, and hears.
 * Times are since the answer.
 */
public final class Phone implements AutoCloseable {
    private static final Duration KEY_HELD = Duration.ofMillis(100);
    private static final Duration TYPED = Duration.ofMillis(60);

    private final ExchangeProcess exchange;
    private final String channel;
    private final SoundLink sound;
    private final Ami keys;
    private final boolean alone;
    private String caller = "";
    private Duration lastUp = Duration.ZERO;

    /** @param alone whether no other phone is on this exchange: only then can the network be lost for it */
    Phone(ExchangeProcess exchange, String channel, SoundLink sound, boolean alone) {
        this.exchange = exchange;
        this.channel = channel;
        this.sound = sound;
        this.keys = exchange.connect();
        this.alone = alone;
    }

    Phone calledBy(String number) {
        caller = number;
        return this;
    }

    /** The number that the line showed to a phone that it rang. */
    public String caller() {
        return caller;
    }

    /**
     * When a key went down and came up.
     */
    public record Press(Duration down, Duration up) {}

    /**
     * Presses keys one after the other, each for 100 ms, with 100 ms between them and after those pressed before: no
     * finger is faster, and Asterisk takes what follows within 45 ms for the same key. A slow machine gets more time
     * between two: Asterisk drops a key while nobody listens, and there whoever has taken one is late to listen again.
     * Returns when the last was pressed.
     */
    public Press presses(String digits) {
        Press last = null;
        for (int i = 0; i < digits.length(); i++) {
            Duration gapEnds = lastUp.plus(MachineSpeed.stretched(KEY_HELD));
            Wait.isTrue(KEY_HELD.multipliedBy(2), () -> heard().now().compareTo(gapEnds) >= 0);
            Duration down = heard().now();
            // Asterisk answers when the key is up again.
            keys.send("PlayDTMF", Map.of("Channel", channel, "Digit", digits.substring(i, i + 1), "Duration",
                    Long.toString(KEY_HELD.toMillis())));
            last = new Press(down, heard().now());
            lastUp = last.up();
        }
        if (last == null) {
            throw new IllegalArgumentException("no key");
        }
        return last;
    }

    /** Types as a machine does, or a thumb that knows its number: each key 60 ms, with 60 ms between. */
    public Press types(String digits) {
        Duration down = heard().now();
        for (char digit : digits.toCharArray()) {
            keys.send("PlayDTMF", Map.of("Channel", channel, "Digit", String.valueOf(digit), "Duration",
                    Long.toString(TYPED.toMillis())));
            Duration gapEnds = heard().now().plus(TYPED);
            Wait.isTrue(KEY_HELD.multipliedBy(2), () -> heard().now().compareTo(gapEnds) >= 0);
        }
        lastUp = heard().now();
        return new Press(down, lastUp);
    }

    /** A key as nothing but its two tones in the voice, whatever was agreed with the other end. */
    public Phone soundsKey(char key) {
        sound.says(KeyTone.of(key));
        return this;
    }

    /** The call goes on without events (a re-INVITE): from now on {@link #presses} sends tones. */
    public Phone giveUpEvents() {
        keys.send("Setvar", Map.of("Channel", channel, "Variable", "PJSIP_DTMF_MODE()", "Value", "inband"));
        return this;
    }

    /** From now on says a tone of that many Hertz; one between two keys of a piano is in no music on hold. */
    public Phone speaks(int hertz) {
        sound.speaks(SoundLink.Voice.tone(hertz));
        return this;
    }

    /** Says something recorded (16 bits, 8000 samples a second), then nothing. */
    public Phone says(short[] samples) {
        sound.says(samples);
        return this;
    }

    /** The keys that the other end pressed. */
    public String keysHeard() {
        return sound.keys();
    }

    /** From now on says nothing (but sends the silence, as a telephone does). */
    public Phone isQuiet() {
        sound.speaks(SoundLink.Voice.SILENCE);
        return this;
    }

    /** Sends no more sound, while the call still stands: half of a lost network. */
    public Phone goesDead() {
        sound.sends(false);
        return this;
    }

    public void hangsUp() {
        sound.close();
    }

    /**
     * Is gone without a word: no sound, no BYE, no answer to anything. Its exchange is stopped in its tracks, so it must
     * have been called from one of its own ({@link Call#onItsOwn}).
     */
    public void vanishes() {
        if (!alone) {
            throw new IllegalStateException("only a phone placed with onItsOwn() can vanish: others would with it");
        }
        exchange.process().freeze();
    }

    /** Whether the call stands, as this end knows. */
    public boolean isUp() {
        return sound.isUp();
    }

    /** Waits until the other end has hung up; returns when, since the answer. */
    public Duration awaitHangUp(Duration atMost) {
        try {
            if (!sound.awaitEnd(atMost)) {
                throw new AssertionError("the line did not hang up within " + atMost);
            }
            return heard().now();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("interrupted while waiting for the end of a call", e);
        }
    }

    /** From now on all that is heard is handed on as it comes, 8000 samples a second; whoever takes it must be quick. */
    public Phone hears(Consumer<short[]> listener) {
        sound.onSound(listener);
        return this;
    }

    /** What it has heard so far. */
    public Heard heard() {
        return sound.heard();
    }

    /** Hangs up where the call still stands. */
    @Override
    public void close() {
        keys.close();
        sound.close();
        if (alone) {
            exchange.close();
        }
    }
}
