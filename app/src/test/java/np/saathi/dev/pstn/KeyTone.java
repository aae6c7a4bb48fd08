package np.saathi.dev.pstn;

import np.saathi.dev.hearing.Timeline;

/** What a key sounds like where it is not sent as an event (ITU-T Q.23): 120 ms of two tones. */
final class KeyTone {
    private static final String KEYS = "123A456B789C*0#D";
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final int SAMPLES = Timeline.RATE * 120 / 1_000;
    private static final int LEVEL = 5_000;

    private KeyTone() {}

    static short[] of(char key) {
        int place = KEYS.indexOf(key);
        if (place < 0) {
            throw new IllegalArgumentException("no key: " + key);
        }
        short[] samples = new short[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = (short) (LEVEL * (wave(ROWS[place / 4], i) + wave(COLUMNS[place % 4], i)));
        }
        return samples;
    }

    private static double wave(int hertz, int sample) {
        return Math.sin(2 * Math.PI * hertz * sample / Timeline.RATE);
    }
}
