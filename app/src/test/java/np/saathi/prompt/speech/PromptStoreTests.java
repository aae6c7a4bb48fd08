package np.saathi.prompt.speech;

import static np.saathi.prompt.speech.Tones.tone;
import static np.saathi.prompt.speech.Tones.wav;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.prompt.Script.Voice;
import np.saathi.prompt.SmallScript;

/** What is rendered, what is left alone, and what a recording does; with an engine that only hums. */
class PromptStoreTests {

    @TempDir
    Path directory;

    private Path recordings;
    private Path sounds;
    private int speed = 125;
    private final Map<String, String> texts = new TreeMap<>(
            Map.of("greeting", "Hello.", "goodbye", "Bye.", "rating", "How was it?", "main.menu", "Press one."));
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void prepare() throws IOException {
        recordings = directory.resolve("recordings");
        sounds = directory.resolve("sounds");
        Files.createDirectories(recordings.resolve("ne"));
    }

    @Test
    void everythingIsRenderedOnceInBothEncodings() throws IOException {
        Rendering first = render();

        assertThat(first.problems()).isEmpty();
        assertThat(first.rendered()).isEqualTo(2 * (texts.size() + 1));
        assertThat(first.unchanged()).isZero();
        assertThat(sounds.resolve("ne/main.menu.alaw")).hasSize(bytes("ne/main.menu", "ulaw")).isNotEmptyFile();
        assertThat(sounds.resolve("en/silence.short.ulaw")).hasSize(1600);

        said.clear();
        Rendering second = render();
        assertThat(second.rendered()).isZero();
        assertThat(second.unchanged()).isEqualTo(first.rendered());
        assertThat(said).isEmpty();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void onlyAChangedTextIsSaidAgain() throws IOException {
        render();
        said.clear();
        texts.put("greeting", "Good day.");

        assertThat(render().rendered()).isEqualTo(2);
        assertThat(said).containsExactly("Good day.", "Good day.");
    }

    @Test
    void anotherSpeedIsSaidAgain() throws IOException {
        render();
        said.clear();
        speed = 126;
        render();

        assertThat(said).containsExactlyInAnyOrderElementsOf(texts.values());
    }

    @Test
    void aLostFileIsMadeAgain() throws IOException {
        render();
        Files.delete(sounds.resolve("en/goodbye.ulaw"));

        assertThat(render().rendered()).isEqualTo(1);
        assertThat(sounds.resolve("en/goodbye.ulaw")).exists();
    }

    @Test
    void soundsOfAKeyThatIsGoneAreDeleted() throws IOException {
        render();
        texts.remove("rating");
        texts.put("rating.again", "How was it?");
        render();

        assertThat(sounds.resolve("ne/rating.alaw")).doesNotExist();
        assertThat(sounds.resolve("ne/rating.again.alaw")).exists();
    }

    @Test
    void aRecordingWinsAndItsRemovalBringsTheVoiceBack() throws IOException {
        render();
        Path recording = Files.write(recordings.resolve("ne/greeting.wav"), wav(tone(700, 1.5, 0.1, 44_100), 16, 2));

        assertThat(render().rendered()).isEqualTo(1);
        assertThat(bytes("ne/greeting", "alaw")).isBetween(13_000L, 13_500L);
        assertThat(render().rendered()).isZero();

        Files.write(recording, wav(tone(700, 1, 0.1, 8000), 16, 1));
        assertThat(render().rendered()).isEqualTo(1);
        assertThat(bytes("ne/greeting", "alaw")).isBetween(9_000L, 9_500L);

        Files.delete(recording);
        said.clear();
        assertThat(render().rendered()).isEqualTo(1);
        assertThat(said).hasSize(1);
    }

    /** A manifest that is wrong about what is in the file is found out only by who reads the file. */
    @Test
    void aRecordingIsReadAgainWhenItsFileChangedAndNotBefore() throws IOException {
        byte[] wav = wav(tone(700, 1.5, 0.1, 8000), 16, 1);
        Path recording = Files.write(recordings.resolve("ne/greeting.wav"), wav);
        render();
        FileTime written = Files.getLastModifiedTime(recording);
        Path manifest = sounds.resolve("manifest");
        Files.writeString(manifest,
                Files.readString(manifest).replaceFirst("(ne/greeting \\w+)\\w recorded", "$1x recorded"));
        assertThat(render().rendered()).isZero();

        Files.write(recording, wav);
        Files.setLastModifiedTime(recording, written);
        assertThat(render().rendered()).isEqualTo(1);
        assertThat(render().rendered()).isZero();
    }

    @Test
    void aManifestFromBeforeRecordingsHadStampsIsUnderstood() throws IOException {
        Files.write(recordings.resolve("ne/greeting.wav"), wav(tone(700, 1.5, 0.1, 8000), 16, 1));
        render();
        Path manifest = sounds.resolve("manifest");
        Files.writeString(manifest, Files.readString(manifest).replaceAll("(?m) \\S+$", ""));
        assertThat(render().rendered()).isZero();
        assertThat(Files.readString(manifest)).containsPattern("ne/greeting \\w+ recorded \\d+@\\d+");
    }

    @Test
    void aBadRecordingIsRefusedEachTimeAndTheVoiceStays() throws IOException {
        Files.write(recordings.resolve("ne/greeting.wav"), wav(tone(700, 60, 0.1, 8000), 16, 1));
        Files.write(recordings.resolve("ne/goodbye.wav"), wav(tone(700, 1, 0, 8000), 16, 1));
        Files.writeString(recordings.resolve("ne/rating.wav"), "not a sound");

        Rendering first = render();
        Rendering second = render();

        assertThat(first.problems()).hasSize(3).isEqualTo(second.problems());
        assertThat(first.problems().get(0)).contains("ne/goodbye.wav", "silent");
        assertThat(first.problems().get(1)).contains("ne/greeting.wav", "60", "2500");
        assertThat(first.problems().get(2)).contains("ne/rating.wav", "WAV");
        assertThat(second.rendered()).isZero();
        assertThat(sounds.resolve("ne/greeting.alaw")).exists();
    }

    @Test
    void anEngineThatFailsStopsNoOtherPrompt() throws IOException {
        SpeechEngine hoarse = new Humming("espeak-ng") {
            @Override
            public Sound say(String text, Voice voice) {
                throw new SpeechException("hoarse");
            }
        };
        Rendering rendering = store(new Humming("freetts"), hoarse).render();

        assertThat(rendering.problems()).contains("ne/main.menu: hoarse").hasSameSizeAs(texts.keySet());
        assertThat(sounds.resolve("en/main.menu.alaw")).exists();
        assertThat(sounds.resolve("ne/main.menu.alaw")).doesNotExist();
        assertThat(render().rendered()).isEqualTo(rendering.problems().size());
    }

    private Rendering render() throws IOException {
        return store(new Humming("freetts"), new Humming("espeak-ng")).render();
    }

    private PromptStore store(SpeechEngine... engines) {
        return new PromptStore(SmallScript.of(speed, texts), List.of(engines),
                new Recordings(recordings, directory.resolve("replacements")), sounds);
    }

    private long bytes(String name, String encoding) throws IOException {
        return Files.size(sounds.resolve(name + "." + encoding));
    }

    /** Files that are neither a sound nor the manifest: half-written ones would be. */
    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(sounds)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(\\.alaw|\\.ulaw|/manifest)"))
                    .toList();
        }
    }

    /** Hums a short note and remembers what it was asked to say. */
    private class Humming implements SpeechEngine {
        private final String name;

        Humming(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Sound say(String text, Voice voice) {
            said.add(text);
            return tone(300, 0.3, 0.2, 16_000);
        }
    }
}
