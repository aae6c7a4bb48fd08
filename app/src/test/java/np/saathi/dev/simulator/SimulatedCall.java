package np.saathi.dev.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import np.saathi.dev.hearing.PromptEar;
import np.saathi.dev.hearing.PromptLibrary;
import np.saathi.dev.pstn.Phone;

/** One phone in the browser: a real call, and what happened on it so far, for whoever looks. */
final class SimulatedCall implements AutoCloseable {
    /** A tone that is in no music: the voice of whoever "speaks" here. */
    private static final int VOICE = 453;

    private final Phone phone;
    private final BiFunction<String, String, String> words;
    private final PromptEar ear;
    private final List<Event> events = new ArrayList<>();
    private int told;

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
    SimulatedCall(Phone phone, PromptLibrary prompts, BiFunction<String, String, String> words) {
        this.phone = phone;
        this.words = words;
        this.ear = prompts.ear();
        phone.hears(this::hear);
    }

    /** Of what is mixed with voices nothing is written down: it is known by its very samples only. */
    private void hear(short[] samples) {
        ear.add(samples);
        List<PromptEar.Sighting> heard = ear.heard();
        for (; told < heard.size(); told++) {
            String language = heard.get(told).name().replaceFirst("/.*", "");
            String key = heard.get(told).name().replaceFirst("[^/]*/", "");
            String text = words.apply(key, language);
            if (!text.isBlank()) {
                add(new Event("heard", key, language, text));
            }
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
