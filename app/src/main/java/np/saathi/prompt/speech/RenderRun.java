package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Script;
import np.saathi.prompt.Script.Voice;

/** Makes sounds that are missing or changed, on several threads, and counts what it did. */
final class RenderRun {
    /** Part of every fingerprint: counted up when the same source shall sound different. */
    private static final String VERSION = "1";

    private final Script script;
    private final Map<String, SpeechEngine> engines;
    private final Recordings recordings;
    private final Path sounds;
    private final Manifest manifest;
    private final AtomicInteger rendered = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    RenderRun(Script script, Map<String, SpeechEngine> engines, Recordings recordings, Path sounds,
            Manifest manifest) {
        this.script = script;
        this.engines = engines;
        this.recordings = recordings;
        this.sounds = sounds;
        this.manifest = manifest;
    }

    /** One key in one language. */
    record Piece(String key, Language language) {
        String name() {
            return language + "/" + key;
        }
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
        Optional<Path> recording = recordings.of(piece.name());
        if (recording.isEmpty()) {
            return false;
        }
        byte[] wav = Files.readAllBytes(recording.get());
        Manifest.Made made = new Manifest.Made(fingerprint(piece, wav), true);
        if (isMade(piece, made)) {
            return true;
        }
        try {
            write(piece, RecordedTake.heard(wav, script.longest(piece.key())), made);
            return true;
        } catch (RecordingRefused e) {
            problems.add("Recording " + recording.get() + " is not used: " + e.getMessage());
            return false;
        }
    }

    private void synthesize(Piece piece) throws IOException {
        Voice voice = script.voice(piece.language());
        String text = script.text(piece.key(), piece.language()).orElse("");
        byte[] source = (voice + "\n" + text).getBytes(StandardCharsets.UTF_8);
        Manifest.Made made = new Manifest.Made(fingerprint(piece, source), false);
        if (isMade(piece, made)) {
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
        write(piece, sound, made);
    }

    private boolean isMade(Piece piece, Manifest.Made wanted) {
        boolean made = manifest.made(piece.name()).filter(wanted::equals).isPresent()
                && PromptCatalog.ENCODINGS.stream()
                        .allMatch(encoding -> Files.exists(file(sounds, piece.name(), encoding)));
        if (made) {
            unchanged.incrementAndGet();
        }
        return made;
    }

    private void write(Piece piece, Sound sound, Manifest.Made made) throws IOException {
        short[] samples = sound.pcm();
        for (String encoding : PromptCatalog.ENCODINGS) {
            byte[] encoded = encoding.equals("alaw") ? G711.alaw(samples) : G711.ulaw(samples);
            Manifest.writeWhole(file(sounds, piece.name(), encoding), encoded);
        }
        manifest.put(piece.name(), made);
        rendered.incrementAndGet();
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

    static Path file(Path sounds, String name, String encoding) {
        return sounds.resolve(name + "." + encoding);
    }
}
