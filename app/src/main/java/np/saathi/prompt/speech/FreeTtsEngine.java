package np.saathi.prompt.speech;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;

import javax.sound.sampled.AudioFormat;

import com.sun.speech.freetts.audio.AudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.lexicon.Lexicon;

import np.saathi.prompt.Script.Voice;

/** FreeTTS, in this process, English only. A voice of it serves one thread, so each thread has its own. */
final class FreeTtsEngine implements SpeechEngine {

    /** Words that FreeTTS would read wrong, in its own phones. Whoever changes them counts up the store's version. */
    private static final Map<String, String> PRONUNCIATIONS = Map.of(
            "namaste", "n ah1 m ax s t ey1",
            "id", "ay1 d iy1");

    private static final ThreadLocal<com.sun.speech.freetts.Voice> VOICES = new ThreadLocal<>();

    @Override
    public String name() {
        return "freetts";
    }

    @Override
    public Sound say(String text, Voice voice) {
        com.sun.speech.freetts.Voice reader = reader(voice.name());
        Ear ear = new Ear();
        reader.setAudioPlayer(ear);
        reader.setRate(voice.wordsPerMinute());
        if (!reader.speak(text)) {
            throw new SpeechException("FreeTTS can't say this text");
        }
        return ear.heard();
    }

    private com.sun.speech.freetts.Voice reader(String name) {
        com.sun.speech.freetts.Voice reader = VOICES.get();
        if (reader == null || !reader.getName().equals(name)) {
            reader = load(name);
            VOICES.set(reader);
        }
        return reader;
    }

    /** One at a time: FreeTTS reads its lexicon by way of a static table, and two that load at once mix them up. */
    private static com.sun.speech.freetts.Voice load(String name) {
        synchronized (VOICES) {
            // By its directory: the usual way, a voice manager, looks for a file of voices beside the jar.
            com.sun.speech.freetts.Voice reader = Arrays.stream(new KevinVoiceDirectory().getVoices())
                    .filter(voice -> voice.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new SpeechException("FreeTTS has no voice " + name + ", but kevin16"));
            reader.allocate();
            Lexicon lexicon = reader.getLexicon();
            PRONUNCIATIONS.forEach((word, phones) -> lexicon.addAddendum(word, null, phones.split(" ")));
            return reader;
        }
    }

    /** Keeps what FreeTTS would have played. */
    private static final class Ear implements AudioPlayer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);

        Sound heard() {
            return Sound.decoded(bytes.toByteArray(), format);
        }

        @Override
        public void setAudioFormat(AudioFormat format) {
            this.format = format;
        }

        @Override
        public AudioFormat getAudioFormat() {
            return format;
        }

        @Override
        public boolean write(byte[] audio) {
            return write(audio, 0, audio.length);
        }

        @Override
        public boolean write(byte[] audio, int offset, int length) {
            bytes.write(audio, offset, length);
            return true;
        }

        @Override
        public boolean drain() {
            return true;
        }

        @Override
        public boolean end() {
            return true;
        }

        @Override
        public float getVolume() {
            return 1;
        }

        @Override
        public long getTime() {
            return 0;
        }

        // What remains steers a loudspeaker, and there is none.

        @Override
        public void begin(int size) {}

        @Override
        public void setVolume(float volume) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void reset() {}

        @Override
        public void cancel() {}

        @Override
        public void close() {}

        @Override
        public void resetTime() {}

        @Override
        public void startFirstSampleTimer() {}

        @Override
        public void showMetrics() {}
    }
}
