package np.saathi.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is counted aloud. One of it is a piece of its own ("one minute", "एक मिनेट"), for neither English plurals nor
 * Nepali counting words can be put together; the piece for more follows the number.
 */
public enum Counted {
    MINUTE, HOUR, DAY;

    private final String key = "count." + name().toLowerCase(Locale.ROOT);

    String one() {
        return key + ".one";
    }

    String many() {
        return key + ".many";
    }

    static Stream<String> pieces() {
        return Arrays.stream(values()).flatMap(counted -> Stream.of(counted.one(), counted.many()));
    }
}
