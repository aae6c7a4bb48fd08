package np.saathi.dev.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fetched is fetched once, and is whole or not there. */
class CacheTests {
    @TempDir
    Path directory;

    @Test
    void isFilledOnceHoweverManyAsk() throws Exception {
        Cache cache = new Cache(directory);
        AtomicInteger filled = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> cache.entry("tree", empty -> {
                    filled.incrementAndGet();
                    Files.writeString(empty.resolve("file"), "whole");
                }));
            }
        }
        assertThat(filled).hasValue(1);
        assertThat(directory.resolve("tree/file")).hasContent("whole");
    }

    @Test
    void anInterruptedFetchIsBegunAgain() {
        Cache cache = new Cache(directory);
        assertThatThrownBy(() -> cache.entry("tree", empty -> {
            Files.writeString(empty.resolve("half"), "");
            throw new IOException("the line broke");
        })).hasRootCauseMessage("the line broke");
        assertThat(directory.resolve("tree")).doesNotExist();
        assertThat(cache.entry("tree", empty -> Files.writeString(empty.resolve("file"), "")))
                .isDirectoryContaining("glob:**/file").isDirectoryNotContaining("glob:**/half");
    }
}
