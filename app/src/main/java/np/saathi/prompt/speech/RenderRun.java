package np.saathi.prompt.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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
    private final Map<String, Recordings.Take> recordings;
    private final Path sounds;
    private final Manifest manifest;
    /** Names of files, as {@code ne/greeting.alaw}: one look at each directory in place of one at each file. */
    private final Set<String> present = new HashSet<>();
    private final Map<Duration, String> rules = new ConcurrentHashMap<>();
    private final AtomicInteger rendered = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    /** @param sounds with a directory for each language */
    RenderRun(Script script, Map<String, SpeechEngine> engines, Recordings recordings, Path sounds,
            Manifest manifest) throws IOException {
        this.script = script;
        this.engines = engines;
        this.recordings = recordings.all();
        this.sounds = sounds;
        this.manifest = manifest;
        for (Language language : script.languages()) {
            try (Stream<Path> files = Files.list(sounds.resolve(language.code()))) {
                files.forEach(file -> present.add(language + "/" + file.getFileName()));
            }
        }
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
        Recordings.Take take = recordings.get(piece.name());
        if (take == null) {
            return false;
        }
        if (isMadeOf(piece, take)) {
            return true;
        }
        byte[] wav = Files.readAllBytes(take.file());
        Manifest.Made made = new Manifest.Made(fingerprint(piece, wav), true, take.stamp());
        if (isMade(piece, made)) {
            manifest.put(piece.name(), made);
            return true;
        }
        try {
            write(piece, RecordedTake.heard(wav, script.longest(piece.key())), made);
            return true;
        } catch (RecordingRefused e) {
            problems.add("Recording " + take.file() + " is not used: " + e.getMessage());
            return false;
        }
    }

    /** Whether the recording is the file that it was, so that it need not be read. */
    private boolean isMadeOf(Piece piece, Recordings.Take take) {
        return manifest.made(piece.name())
                .filter(made -> made.recorded() && made.stamp().equals(take.stamp())
                        && made.fingerprint().startsWith(rules(piece)))
                .filter(made -> isMade(piece, made)).isPresent();
    }

    private void synthesize(Piece piece) throws IOException {
        Voice voice = script.voice(piece.language());
        String text = script.text(piece.key(), piece.language()).orElse("");
        byte[] source = (voice + "\n" + text).getBytes(StandardCharsets.UTF_8);
        Manifest.Made made = new Manifest.Made(fingerprint(piece, source), false, Manifest.Made.NONE);
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
        boolean made = manifest.made(piece.name()).filter(wanted::soundsAs).isPresent()
                && PromptCatalog.ENCODINGS.stream()
                        .allMatch(encoding -> present.contains(piece.name() + "." + encoding));
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
        return rules(piece) + Manifest.fingerprint(source);
    }

    private String rules(Piece piece) {
        return rules.computeIfAbsent(script.longest(piece.key()), longest -> Manifest
                .fingerprint((VERSION + longest).getBytes(StandardCharsets.UTF_8)).substring(0, 8));
    }

    static Path file(Path sounds, String name, String encoding) {
        return sounds.resolve(name + "." + encoding);
    }
}
