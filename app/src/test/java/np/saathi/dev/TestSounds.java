package np.saathi.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Sounds with the ups and downs of speech, each name its own: for tests that need no real speech. */
public final class TestSounds {
    static final List<String> NAMES = List.of("alpha", "beta", "gamma");

    private TestSounds() {}

    /** Three seconds of buzzing syllables, whose pitch and colour come from the name. */
    static short[] sentence(String name) {
        Random random = new Random(name.hashCode());
        short[] samples = new short[3 * Timeline.RATE];
        int at = 0;
        double phase = 0;
        while (at < samples.length) {
            int length = 800 + random.nextInt(1600);
            double pitch = 90 + random.nextInt(90);
            double colour = 300 + random.nextInt(1500);
            double loud = random.nextInt(6) == 0 ? 0 : 3_000 + random.nextInt(6_000);
            for (int i = 0; i < length && at < samples.length; i++, at++) {
                phase += 2 * Math.PI * pitch / Timeline.RATE;
                double shape = Math.sin(Math.PI * i / length);
                samples[at] = (short) (loud * shape
                        * (Math.sin(phase) + 0.7 * Math.sin(phase * Math.round(colour / pitch))));
            }
        }
        return samples;
    }

    static void writeTo(Path sounds) throws IOException {
        writeTo(sounds, "ne", NAMES);
    }

    /** Gives each of these sentences a sound in a directory of prompts. */
    public static void writeTo(Path sounds, String language, List<String> keys) throws IOException {
        Path directory = Files.createDirectories(sounds.resolve(language));
        for (String key : keys) {
            Files.write(directory.resolve(key + ".alaw"), Alaw.encode(sentence(key)));
        }
    }
}
