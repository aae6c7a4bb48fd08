package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.modulith.NamedInterface;

import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;

/**
 * Keeps the sound files of the line as the script and the recordings want them: {@code <sounds>/<language>/<key>} as
 * {@code .alaw} and {@code .ulaw}. A recording {@code <language>/<key>.wav} wins over synthesized speech: of an admin's
 * replacements first, then of those that lie with the script. Only what has changed is made anew; each file is replaced whole, so calls can go on meanwhile.
 */
@NamedInterface("speech")
public final class PromptStore {

    private final Script script;
    private final Map<String, SpeechEngine> engines;
    private final Recordings recordings;
    private final Path sounds;

    PromptStore(Script script, List<SpeechEngine> engines, Recordings recordings, Path sounds) {
        this.script = script;
        this.engines = engines.stream().collect(Collectors.toMap(SpeechEngine::name, Function.identity()));
        this.recordings = recordings;
        this.sounds = sounds;
    }

    /**
     * Makes what is missing or changed, and deletes the sounds of keys that the script has no more. One key that can't
     * be made stops no other.
     *
     * @throws IOException when the directory of sounds can't be written
     */
    public synchronized Rendering render() throws IOException {
        return render(pieces());
    }

    /**
     * Puts a recording in the place of a sentence, to be heard from now on.
     *
     * @param wav as {@link RecordedTake#forTelephone} gives it
     */
    public synchronized Rendering replace(String key, Language language, byte[] wav) throws IOException {
        RenderRun.Piece piece = new RenderRun.Piece(key, language);
        recordings.replace(piece.name(), wav);
        return render(List.of(piece));
    }

    /** Takes a replacement away: what was heard before it is heard again. */
    public synchronized Rendering restore(String key, Language language) throws IOException {
        RenderRun.Piece piece = new RenderRun.Piece(key, language);
        recordings.restore(piece.name());
        return render(List.of(piece));
    }

    /** @return a fingerprint of each replacement, by {@code language/key} */
    public Map<String, String> replaced() throws IOException {
        return recordings.replaced();
    }

    /** A name for this replacement, as {@link #replaced} has it. */
    public static String fingerprint(byte[] wav) {
        return Manifest.fingerprint(wav);
    }

    /** What all sounds are made from just now. */
    public RenderedSounds rendered() throws IOException {
        return new RenderedSounds(script, Manifest.of(sounds));
    }

    /** @return what is heard, as a WAV; empty when it isn't rendered */
    public Optional<byte[]> wav(String key, Language language) throws IOException {
        try {
            return Optional.of(Wav.ofAlaw(Files.readAllBytes(RenderRun.file(sounds, language + "/" + key, "alaw"))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Rendering render(List<RenderRun.Piece> pieces) throws IOException {
        long start = System.nanoTime();
        for (Language language : script.languages()) {
            Files.createDirectories(sounds.resolve(language.code()));
        }
        Manifest manifest = Manifest.of(sounds);
        RenderRun run = new RenderRun(script, engines, recordings, sounds, manifest);
        // Not virtual threads: the work is computing, and a FreeTTS voice (10 MB) belongs to one thread.
        int hands = Math.min(pieces.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService workers = Executors.newFixedThreadPool(hands)) {
            List<Future<?>> work = new ArrayList<>();
            for (RenderRun.Piece piece : pieces) {
                work.add(workers.submit(() -> run.make(piece)));
            }
            for (Future<?> piece : work) {
                piece.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A prompt failed in an unforeseen way", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while prompts were rendered", e);
        } finally {
            removeForgotten(manifest);
            manifest.save();
        }
        return run.result(Duration.ofNanos(System.nanoTime() - start));
    }

    private List<RenderRun.Piece> pieces() {
        return script.languages().stream()
                .flatMap(language -> script.keys().stream().map(key -> new RenderRun.Piece(key, language)))
                .toList();
    }

    private void removeForgotten(Manifest manifest) throws IOException {
        Set<String> wanted = pieces().stream().map(RenderRun.Piece::name).collect(Collectors.toSet());
        for (String name : manifest.names()) {
            if (!wanted.contains(name)) {
                for (String encoding : PromptCatalog.ENCODINGS) {
                    Files.deleteIfExists(RenderRun.file(sounds, name, encoding));
                }
                manifest.remove(name);
            }
        }
    }
}
