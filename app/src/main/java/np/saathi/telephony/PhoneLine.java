package np.saathi.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;
import np.saathi.support.DatabaseOutage;

/**
 * One person on the phone. Every verb blocks until it is done, so that a call reads as prose. A key is never lost: one
 * that is pressed while nobody asks is kept and answers the next question. The key 0 is never returned: at any moment
 * it throws {@link HelpPressed}. When the line is gone the next verb throws {@link CallerHungUp}. A key that was pressed
 * in a room is a call of its own ({@link CallHandler.Door#ROOM_KEY}), which begins with that key pressed ahead.
 */
public interface PhoneLine {

    CallId id();

    /**
     * The number that calls, or that we rang because its caller had asked for it, to be hashed and forgotten; empty when
     * it is withheld.
     */
    Optional<PhoneNumber> number();

    Language language();

    /** How long to wait in silence for this person's keys. */
    DialogueTimeouts timeouts();

    /** From now on words are spoken in this language, the exchange's own words included. */
    void speak(Language language);

    /** The checkpoint that this call has reached, maybe with an earlier process of the app. */
    Step step();

    /** Sets the checkpoint: from here a new process goes on. */
    void reach(Step step);

    /** Says the words; a key cuts them short and is kept for the next question. */
    void say(Spoken words);

    /**
     * Says the words, then waits in silence.
     *
     * @param silence how long to wait after the last word
     * @return the key that was pressed during or after the words; empty for silence
     */
    Optional<Key> ask(Spoken words, Duration silence);

    /**
     * Says the words, then takes a number that is keyed in.
     *
     * @param most how many digits at most
     * @param silence how long to wait after the last word, and after each digit
     * @return the digits that were pressed during or after the words, and the star or hash that ended them; nothing behind
     *     them for silence, and for as many digits as there may be
     */
    default String keyIn(Spoken words, int most, Duration silence) {
        StringBuilder keys = new StringBuilder();
        Optional<Key> key = ask(words, silence);
        while (key.isPresent()) {
            keys.append(key.get().symbol());
            boolean ended = key.get().digit() < 0 || keys.length() == most;
            key = ended ? Optional.empty() : ask(Spoken.nothing(), silence);
        }
        return keys.toString();
    }

    /**
     * As {@link #ask(Spoken, Duration)}, but only {@code keys} cut the words short and count; all others are dropped,
     * and so is whatever was pressed before. For what must have been heard before it is answered.
     */
    Optional<Key> askFor(Set<Key> keys, Spoken words, Duration silence);

    /** Forgets keys that were pressed ahead, so that a question about a loss is answered by a key meant for it. */
    void forgetKeys();

    /**
     * Does slow work (database, speech) while the line is listened to: keys that are pressed meanwhile are kept. The
     * work may ask the line for its {@link #id}, {@link #number} and {@link #language}, and nothing else.
     *
     * @throws WorkTookTooLong when the work takes longer than 8 seconds: no caller waits longer in silence
     */
    <T> T meanwhile(Callable<T> work);

    /** As {@link #meanwhile}, for work that gives no answer. */
    default void during(Runnable work) {
        meanwhile(java.util.concurrent.Executors.callable(work));
    }

    /**
     * Records until a key, hang-up or the limit. The file stays, whatever ended it, until it is
     * {@link Recorded#discard}ed.
     *
     * @return what was recorded; a 0 or a hang-up that ended it is thrown by the next verb, so that the recording can be
     * kept first
     */
    Recorded record(Duration limit);

    /** Plays a recording back; a key cuts it short and is kept. */
    default void play(Recorded recording) {
        play(recording.file(), recording.length());
    }

    /**
     * Plays a file that the exchange can read; a key cuts it short and is kept. Of a file that is gone nothing is heard.
     *
     * @param wav 16-bit PCM, mono, 8 kHz
     * @param length of it, for the watchdog
     */
    void play(Path wav, Duration length);

    /**
     * Plays a sound that is no prompt; a key cuts it short and is kept. It lies on the RAM disk only while it plays.
     *
     * @param alaw G.711 A-law, mono, 8 kHz
     */
    void play(byte[] alaw);

    /**
     * Enters a room and blocks until the caller is out of it again. Keys that were pressed ahead are forgotten: what was
     * meant before the room must not answer the question after it.
     *
     * @return why
     */
    Departure enter(Seat seat);

    /**
     * How the call left its room while nobody of ours was there, as the exchange remembers it.
     *
     * @return empty when it did not leave by anyone's will: it then belongs back into the room
     */
    Optional<Departure> departure();

    /** Whether this call was lost by an earlier process of the app; not for one that comes back from the crisis path. */
    boolean interrupted();

    /** A word that the exchange or an earlier {@link #note} left on this call, by its name; empty text for none. */
    String noted(String name);

    /** Leaves a word on this call, for whoever goes on with it: another process of ours, or we after the crisis path. */
    void note(String name, String word);

    /** Speaks the crisis numbers once and a goodbye, then ends the call: done by the exchange, as the last act. */
    void sayNumbersAndEnd();

    /** Work for a call was given up: a database that hangs, mostly. */
    class WorkTookTooLong extends RuntimeException implements DatabaseOutage.Sign {
        private static final long serialVersionUID = 1L;

        public WorkTookTooLong(Duration limit) {
            super("Work for a call took longer than " + limit.toSeconds() + " s");
        }
    }
}
