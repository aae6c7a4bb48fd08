package np.saathi.prompt.speech;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import javax.sound.sampled.UnsupportedAudioFileException;

import org.jspecify.annotations.Nullable;

import np.saathi.prompt.Script.Voice;

/** espeak-ng, a program of its own: one short process per text (10 to 20 ms). It speaks Nepali and 100 others. */
final class EspeakEngine implements SpeechEngine {

    /** A text takes 20 ms; a program that hasn't ended by then never will. */
    private static final long PATIENCE_SECONDS = 20;

    private final List<String> command;
    private final @Nullable Path data;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * @param command the program with what must stand before its own arguments
     * @param data the directory that holds its {@code espeak-ng-data}; null where the program knows it
     */
    EspeakEngine(List<String> command, @Nullable Path data) {
        this.command = List.copyOf(command);
        this.data = data;
    }

    @Override
    public String name() {
        return "espeak-ng";
    }

    @Override
    public Sound say(String text, Voice voice) {
        checkKnown(voice.name());
        // The text goes in by a pipe: as an argument it could be taken for an option, and be seen in the process list.
        byte[] wav = run(text, "-v", voice.name(), "-s", Integer.toString(voice.wordsPerMinute()), "-b", "1", "--stdin",
                "--stdout");
        try {
            return Sound.read(new ByteArrayInputStream(wav));
        } catch (IOException | UnsupportedAudioFileException e) {
            throw new SpeechException(command + " gave no sound", e);
        }
    }

    /** For a voice that it doesn't have, espeak-ng would read in English and report success. */
    private void checkKnown(String voice) {
        if (known.contains(voice)) {
            return;
        }
        String language = voice.replaceAll("\\+.*", "");
        String voices = new String(run("", "--voices=" + language), StandardCharsets.UTF_8);
        if (voices.lines().noneMatch(line -> List.of(line.strip().split("\\s+")).contains(language))) {
            throw new SpeechException("espeak-ng has no voice " + voice + "; it lists its own with --voices");
        }
        known.add(voice);
    }

    private byte[] run(String input, String... arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        if (data != null) {
            builder.environment().put("ESPEAK_DATA_PATH", data.toString());
        }
        try {
            Process process = builder.start();
            // Ends a program that hangs, and with it the reading below; one that has ended by itself isn't touched.
            CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            byte[] output = process.getInputStream().readAllBytes();
            String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0 || output.length == 0) {
                throw new SpeechException(command + " failed: " + complaint);
            }
            return output;
        } catch (IOException e) {
            throw new SpeechException("espeak-ng can't be run as " + command
                    + ": install it, or set saathi.speech.espeak", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SpeechException("Interrupted while speech was made", e);
        }
    }
}
