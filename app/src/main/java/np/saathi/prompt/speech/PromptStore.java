package np.saathi.prompt.speech;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sound.sampled.UnsupportedAudioFileException;

import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;
import np.saathi.prompt.Script.Voice;

/**
 * Keeps the sound files of the line as the script and the recordings want them: {@code <sounds>/<language>/<key>} as
 * {@code .alaw} and {@code .ulaw}. A recording {@code <recordings>/<language>/<key>.wav} wins over synthesized speech.
 * Only what has changed is made anew; each file is replaced whole, so calls can go on meanwhile.
 */
public final class PromptStore {

    /** Part of every fingerprint: counted up when the same source shall sound different. */
    private static final String VERSION = "1";

    private final Script script;
    private final Map<String, SpeechEngine> engines;
    private final Path recordings;
    private final Path sounds;

    PromptStore(Script script, List<SpeechEngine> engines, Path recordings, Path sounds) {
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
    public Rendering render() throws IOException {
        long start = System.nanoTime();
        for (Language language : script.languages()) {
            Files.createDirectories(sounds.resolve(language.code()));
        }
        Manifest manifest = Manifest.of(sounds);
        Run run = new Run(manifest);
        // Not virtual threads: the work is computing, and a FreeTTS voice (10 MB) belongs to one thread.
        try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<?>> work = new ArrayList<>();
            for (Piece piece : pieces()) {
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

    /** One key in one language. */
    private record Piece(String key, Language language) {
        String name() {
            return language + "/" + key;
        }
    }

    /** A sound file could not be made; the message says why. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private final class Run {
        private final Manifest manifest;
        private final AtomicInteger rendered = new AtomicInteger();
        private final AtomicInteger unchanged = new AtomicInteger();
        private final Queue<String> problems = new ConcurrentLinkedQueue<>();

        Run(Manifest manifest) {
            this.manifest = manifest;
        }

        Rendering result(Duration took) {
            return new Rendering(rendered.get(), unchanged.get(), problems.stream().sorted().toList(), took);
        }

        void make(Piece piece) {
            try {
                if (!useRecording(piece)) {
                    synthesize(piece);
                }
            } catch (SpeechException | IOException e) {
                problems.add(piece.name() + ": " + e.getMessage());
            }
        }

        private boolean useRecording(Piece piece) throws IOException {
            Path recording = recordings.resolve(piece.name() + ".wav");
            if (!Files.exists(recording)) {
                return false;
            }
            byte[] wav = Files.readAllBytes(recording);
            String fingerprint = fingerprint(piece, wav);
            if (isMade(piece, fingerprint)) {
                return true;
            }
            try {
                write(piece, recorded(piece, wav), fingerprint);
                return true;
            } catch (Refused e) {
                problems.add("Recording " + recording + " is not used: " + e.getMessage());
                return false;
            }
        }

        private void synthesize(Piece piece) throws IOException {
            Voice voice = script.voice(piece.language());
            String text = script.text(piece.key(), piece.language()).orElse("");
            String fingerprint = fingerprint(piece, (voice + "\n" + text).getBytes(StandardCharsets.UTF_8));
            if (isMade(piece, fingerprint)) {
                return;
            }
            Duration longest = script.longest(piece.key());
            Sound sound = text.isEmpty()
                    ? Sound.silence(script.silence(piece.key()))
                    : engine(voice).say(text, voice).forTelephone();
            if (sound.length().compareTo(longest) > 0) {
                problems.add(piece.name() + " is " + sound.length().toMillis() + " ms long, its max is "
                        + longest.toMillis());
            }
            write(piece, sound, fingerprint);
        }

        private boolean isMade(Piece piece, String fingerprint) {
            boolean made = manifest.has(piece.name(), fingerprint)
                    && PromptCatalog.ENCODINGS.stream()
                            .allMatch(encoding -> Files.exists(file(piece.name(), encoding)));
            if (made) {
                unchanged.incrementAndGet();
            }
            return made;
        }

        private void write(Piece piece, Sound sound, String fingerprint) throws IOException {
            short[] samples = sound.pcm();
            for (String encoding : PromptCatalog.ENCODINGS) {
                byte[] encoded = encoding.equals("alaw") ? G711.alaw(samples) : G711.ulaw(samples);
                Manifest.writeWhole(file(piece.name(), encoding), encoded);
            }
            manifest.put(piece.name(), fingerprint);
            rendered.incrementAndGet();
        }
    }

    private Sound recorded(Piece piece, byte[] wav) throws Refused {
        try {
            Sound raw = Sound.read(new ByteArrayInputStream(wav));
            if (raw.silent()) {
                throw new Refused("it is silent");
            }
            Sound sound = raw.forTelephone();
            Duration longest = script.longest(piece.key());
            if (sound.length().compareTo(longest) > 0) {
                throw new Refused("it is " + sound.length().toMillis() + " ms long, but may be " + longest.toMillis());
            }
            return sound;
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new Refused("it can't be read as WAV: " + e.getMessage());
        }
    }

    private List<Piece> pieces() {
        return script.languages().stream()
                .flatMap(language -> script.keys().stream().map(key -> new Piece(key, language)))
                .toList();
    }

    private SpeechEngine engine(Voice voice) {
        SpeechEngine engine = engines.get(voice.engine());
        if (engine == null) {
            throw new SpeechException("there is no speech engine " + voice.engine() + ", but " + engines.keySet());
        }
        return engine;
    }

    private String fingerprint(Piece piece, byte[] source) {
        byte[] rules = (VERSION + script.longest(piece.key())).getBytes(StandardCharsets.UTF_8);
        return Manifest.fingerprint(rules).substring(0, 8) + Manifest.fingerprint(source);
    }

    private void removeForgotten(Manifest manifest) throws IOException {
        Set<String> wanted = pieces().stream().map(Piece::name).collect(Collectors.toSet());
        for (String name : manifest.names()) {
            if (!wanted.contains(name)) {
                for (String encoding : PromptCatalog.ENCODINGS) {
                    Files.deleteIfExists(file(name, encoding));
                }
                manifest.remove(name);
            }
        }
    }

    private Path file(String name, String encoding) {
        return sounds.resolve(name + "." + encoding);
    }
}
