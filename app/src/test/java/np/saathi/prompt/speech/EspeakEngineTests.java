package np.saathi.prompt.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import np.saathi.dev.install.EspeakInstall;
import np.saathi.prompt.Script.Voice;

class EspeakEngineTests {

    private static final Voice NEPALI = new Voice("espeak-ng", "ne", 140);

    @Test
    void speaksNepaliEvenWhereItLooksLikeAnOption() {
        EspeakInstall install = EspeakInstall.get();
        String data = install.environment().get("ESPEAK_DATA_PATH");
        EspeakEngine engine = new EspeakEngine(install.command(), data == null ? null : Path.of(data));

        assertThat(engine.say("नमस्ते, स्वागत छ।", NEPALI).length()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(engine.say("--नमस्ते", NEPALI).length()).isGreaterThan(Duration.ofMillis(500));
        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(() -> engine.say("नमस्ते", new Voice("espeak-ng", "no-such-voice", 140)))
                .withMessageContaining("no-such-voice");
    }

    @Test
    void aProgramThatIsNotThereIsToldWithTheRemedy() {
        EspeakEngine engine = new EspeakEngine(List.of("no-such-program"), null);

        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> engine.say("नमस्ते", NEPALI))
                .withMessageContaining("no-such-program").withMessageContaining("saathi.speech.espeak");
    }

    @Test
    void aProgramThatSaysNothingIsAFailure() {
        EspeakEngine engine = new EspeakEngine(List.of("sh", "-c", "cat > /dev/null; echo broken >&2; exit 3"), null);

        assertThatExceptionOfType(SpeechException.class).isThrownBy(() -> engine.say("नमस्ते", NEPALI))
                .withMessageContaining("broken");
    }
}
