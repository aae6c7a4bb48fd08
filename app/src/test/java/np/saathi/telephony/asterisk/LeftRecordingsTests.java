package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A voice that no call has any more stays nowhere. */
class LeftRecordingsTests {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    @TempDir
    Path directory;

    @Test
    void whatAKilledAppLeftIsDeletedAndWhatACallMayStillHaveIsNot() throws IOException {
        Path left = recording("left", LeftRecordings.NOBODYS_AFTER.plusSeconds(1));
        Path held = recording("held", LeftRecordings.NOBODYS_AFTER.minusSeconds(1));
        sweep(directory);
        assertThat(left).doesNotExist();
        assertThat(held).exists();
    }

    @Test
    void beforeAnythingWasRecordedThereIsNothingToDo() {
        sweep(directory.resolve("none"));
        assertThat(directory).isEmptyDirectory();
    }

    private Path recording(String name, Duration age) throws IOException {
        Path file = Files.writeString(directory.resolve(name + ".wav"), "a voice");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    private static void sweep(Path recordings) {
        AsteriskProperties settings = new AsteriskProperties("127.0.0.1", 4573, "127.0.0.1", 5038, "saathi", "x", 58,
                Duration.ZERO, Duration.ZERO, recordings);
        new LeftRecordings(settings, Clock.fixed(NOW, ZoneOffset.UTC)).sweep();
    }
}
