package np.saathi.dev.pstn;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A number at the exchange that the line may ring: what happens there. Until told otherwise nobody has the number.
 */
public final class CalledNumber {
    private final CalledNumbers numbers;
    private final String number;

    CalledNumber(CalledNumbers numbers, String number) {
        this.numbers = numbers;
        this.number = number;
    }

    /** Somebody answers at once, and then does what is given. */
    public CalledNumber answers(Consumer<Phone> then) {
        return answers(Duration.ZERO, then);
    }

    /** Somebody answers after so much ringing, and then does what is given. */
    public CalledNumber answers(Duration ringing, Consumer<Phone> then) {
        numbers.program(number, "answers", ringing, then);
        return this;
    }

    /** Somebody answers and presses 1 when they have heard the beginning of the sentence. */
    public CalledNumber accepts(String promptKey, String language) {
        return answers(phone -> {
            phone.heard().awaitPrompt(promptKey, language, Duration.ofSeconds(10));
            phone.presses("1");
        });
    }

    /** A machine answers, greets (1000 Hz) and listens; it presses nothing. */
    public CalledNumber isVoicemail() {
        return answers(phone -> phone.speaks(1000));
    }

    /** It rings and nobody comes. */
    public CalledNumber ringsOnly() {
        numbers.program(number, "rings", Duration.ZERO, phone -> {});
        return this;
    }

    public CalledNumber isBusy() {
        numbers.program(number, "busy", Duration.ZERO, phone -> {});
        return this;
    }

    public CalledNumber refuses() {
        numbers.program(number, "refuses", Duration.ZERO, phone -> {});
        return this;
    }

    /** It answers "moved" (302), and names this address. */
    public CalledNumber moved(String contact) {
        numbers.move(number, contact);
        return this;
    }

    /** Waits until it was rung (again), since it was programmed or last waited for; returns when. */
    public Instant awaitRung(Duration atMost) {
        return numbers.awaitRung(number, atMost);
    }

    /** Waits until it was answered; the phone that did. */
    public Phone awaitAnswered(Duration atMost) {
        return numbers.awaitAnswered(number, atMost);
    }
}
