package np.saathi.dev.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import np.saathi.dev.PromptFrames;
import np.saathi.dev.Phone;
import np.saathi.dev.SpokenPrompt;

/** One phone in the browser: a real call, and what happened on it so far, for whoever looks. */
final class SimulatedCall implements AutoCloseable {
    /** A tone that is in no music: the voice of whoever "speaks" here. */
    private static final int VOICE = 453;

    private final Phone phone;
    private final BiFunction<String, String, String> words;
    private final List<Event> events = new ArrayList<>();

    /**
     * What the page shows.
     *
     * @param kind {@code heard}, or {@code over}
     * @param key of the sentence in the script, else empty
     * @param language in which it was said, else empty
     * @param text its words, else empty
     */
    record Event(String kind, String key, String language, String text) {}

    /** @param words key and language of a sentence → its words */
    SimulatedCall(Phone phone, PromptFrames frames, BiFunction<String, String, String> words) {
        this.phone = phone;
        this.words = words;
        phone.hears(new Captions(frames, this::heard));
    }

    private void heard(SpokenPrompt prompt) {
        String text = words.apply(prompt.key(), prompt.language());
        if (!text.isBlank()) {
            add(new Event("heard", prompt.key(), prompt.language(), text));
        }
    }

    private synchronized void add(Event event) {
        events.add(event);
        notifyAll();
    }

    /**
     * The event of that number, from 0, when it has come.
     *
     * @return the last one, {@code over}, when the call has ended
     */
    synchronized Event await(int number) throws InterruptedException {
        while (events.size() <= number) {
            if (!phone.isUp()) {
                return new Event("over", "", "", "");
            }
            wait(200);
        }
        return events.get(number);
    }

    /** Digits, {@code *} and {@code #}, one after the other; on a call that is over nothing. */
    void press(String keys) {
        synchronized (phone) {
            if (phone.isUp()) {
                phone.presses(keys);
            }
        }
    }

    void speak(boolean yes) {
        if (yes) {
            phone.speaks(VOICE);
        } else {
            phone.isQuiet();
        }
    }

    @Override
    public void close() {
        phone.close();
    }
}
