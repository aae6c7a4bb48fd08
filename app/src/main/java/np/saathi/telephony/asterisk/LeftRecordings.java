package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what Asterisk recorded and no call has any more: an app that was killed between a caller's last word and
 * their "send" leaves a voice that nothing protects. Calls that go on delete their own.
 */
@Component
class LeftRecordings {
    /** Longer than the longest recording (two minutes) and three askings what to do with it, listening each time. */
    static final Duration NOBODYS_AFTER = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(LeftRecordings.class);
    private final Path directory;
    private final Clock clock;

    LeftRecordings(AsteriskProperties settings, Clock clock) {
        this.directory = settings.recordings();
        this.clock = clock;
    }

    /** At once, for the app may have been killed; then every five minutes, for another instance may be. */
    @Scheduled(fixedDelayString = "5m")
    void sweep() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        Instant before = clock.instant().minus(NOBODYS_AFTER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.wav")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.error("Recordings that no call has any more can't be deleted: {}", e.toString());
        }
    }
}
