package np.saathi.dev.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDurationsTests {
    private static final List<String> CLASSES = List.of("A", "B", "C", "D");
    @TempDir
    Path directory;
    private Path file;

    @BeforeEach
    void nothingIsKnown() {
        file = directory.resolve("times/test.properties");
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void theFirstRunIsReckonedByHowManyClassesAreOver() {
        ClassDurations first = new ClassDurations(file, CLASSES);
        assertThat(first.left(seconds(5))).isEmpty();
        first.over("A", seconds(7));
        assertThat(first.left(seconds(10))).contains(seconds(30));
        first.over("B", seconds(1));
        assertThat(first.left(seconds(12))).contains(seconds(12));
    }

    @Test
    void theNextOneByHowLongEachClassTookAndThatTheyRunBesideEachOther() {
        ClassDurations first = new ClassDurations(file, CLASSES);
        CLASSES.forEach(name -> first.over(name, seconds(name.equals("A") ? 50 : 10)));
        first.keep(seconds(40)); // half of the sum

        ClassDurations next = new ClassDurations(file, List.of("A", "B", "C", "D", "new"));
        assertThat(next.left(seconds(0))).contains(seconds(40));
        next.over("A", seconds(60));
        assertThat(next.left(seconds(25)).orElseThrow()).isBetween(seconds(12), seconds(15));
        List.of("B", "C", "D", "new").forEach(name -> next.over(name, seconds(10)));
        assertThat(next.left(seconds(45))).contains(Duration.ZERO);
    }
}
