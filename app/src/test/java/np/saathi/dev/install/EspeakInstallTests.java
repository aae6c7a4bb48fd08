package np.saathi.dev.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.dev.process.Tools;

/** Nepali can be spoken on a machine where nothing was installed. */
class EspeakInstallTests {
    @Test
    void speaksNepali(@TempDir Path directory) throws IOException {
        EspeakInstall espeak = EspeakInstall.get();
        // not as an argument: a machine without a locale would hand it on as question marks
        Path words = Files.writeString(directory.resolve("greeting.txt"), "नमस्ते साथी");
        Path wave = directory.resolve("greeting.wav");
        List<String> command = new ArrayList<>(espeak.command());
        command.addAll(List.of("-v", "ne", "-b", "1", "-f", words.toString(), "-w", wave.toString()));
        Tools.Outcome outcome = Tools.run(Duration.ofSeconds(20), espeak.environment(), command);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(wave.toFile().length()).isGreaterThan(20_000);
    }
}
