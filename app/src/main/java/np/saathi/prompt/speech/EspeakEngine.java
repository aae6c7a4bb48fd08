package np.saathi.prompt.speech;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sound.sampled.UnsupportedAudioFileException;

import np.saathi.prompt.Script.Voice;

/** espeak-ng, a program of its own: one short process per text (10 to 20 ms). It speaks Nepali and 100 others. */
final class EspeakEngine implements SpeechEngine {

    /** A text takes 20 ms; a program that hasn't ended by then never will. */
    private static final long PATIENCE_SECONDS = 20;

    private final List<String> command;

    /** @param command the program and its first arguments (a loader before it, {@code --path=} of its data after it) */
    EspeakEngine(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public String name() {
        return "espeak-ng";
    }

    @Override
    public Sound say(String text, Voice voice) {
        List<String> arguments = new ArrayList<>(command);
        // The text goes in by a pipe: as an argument it could be taken for an option, and be seen in the process list.
        arguments.addAll(List.of("-v", voice.name(), "-s", Integer.toString(voice.wordsPerMinute()),
                "-b", "1", "--stdin", "--stdout"));
        try {
            Process process = new ProcessBuilder(arguments).start();
            // Ends a program that hangs, and with it the reading below; one that has ended by itself isn't touched.
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
            try (OutputStream in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            byte[] wav = process.getInputStream().readAllBytes();
            String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0 || wav.length == 0) {
                throw new SpeechException(command + " failed: " + complaint);
            }
            return Sound.read(new ByteArrayInputStream(wav));
        } catch (IOException e) {
            throw new SpeechException("espeak-ng can't be run as " + command
                    + ": install it, or set saathi.speech.espeak", e);
        } catch (UnsupportedAudioFileException e) {
            throw new SpeechException(command + " gave no sound", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpeechException("Interrupted while speech was made", e);
        }
    }
}
