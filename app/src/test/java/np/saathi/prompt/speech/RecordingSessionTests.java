package np.saathi.prompt.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.dev.process.Project;
import np.saathi.prompt.Language;
import np.saathi.prompt.Script;
import np.saathi.prompt.SmallScript;

/** What a studio needs, and what is done with what it gives. */
class RecordingSessionTests {
    private static final Path SCRIPT = Project.directory("prompts").resolve("script.yml");

    @TempDir
    Path directory;

    @Test
    void thePageToPrintHasEverySentenceUnderWhereItIsHeard() {
        Script script = Script.load(SCRIPT);
        String page = RecordingScript.page(script, Language.NEPALI);

        assertThat(script.keys()).filteredOn(key -> script.text(key, Language.NEPALI).isPresent())
                .allSatisfy(key -> assertThat(page).contains("<code>" + key + "</code>")
                        .contains(script.text(key, Language.NEPALI).orElseThrow()));
        assertThat(page).contains("<html lang=\"ne\">", "<h2>In the room</h2>")
                .doesNotContain("silence.short", "—</td>");
    }

    @Test
    void wordsCanNotBreakThePage() {
        assertThat(RecordingScript.page(SmallScript.of(125, Map.of("greeting", "<b>&\"")), Language.ENGLISH))
                .contains("&lt;b&gt;&amp;&quot;").doesNotContain("<b>");
    }

    @Test
    void whatIsMissingWrongTooLongSilentOrUnknownIsNamed() throws IOException {
        Script script = SmallScript.of(125,
                Map.of("greeting", "Hello.", "goodbye", "Bye.", "rating", "Well?", "busy", "Busy.", "menu", "Press."));
        recorded("greeting.wav", Tones.file(1, 0.1, 44_100, 2));
        recorded("goodbye.wav", Tones.file(9, 0.1, 44_100, 1));
        recorded("rating.wav", Tones.file(1, 0, 44_100, 1));
        recorded("busy.wav", new byte[]{1, 2, 3});
        recorded("hello.wav", Tones.file(1, 0.1, 44_100, 1));

        ImportRecordings.Findings findings = ImportRecordings.look(script, directory);

        assertThat(findings.good()).containsExactly("ne/greeting");
        assertThat(findings.missing()).containsExactly("ne/menu");
        assertThat(findings.refused()).hasSize(4).anySatisfy(line -> assertThat(line).contains("goodbye", "ms long"))
                .anySatisfy(line -> assertThat(line).contains("rating", "silent"))
                .anySatisfy(line -> assertThat(line).contains("busy", "WAV"))
                .anySatisfy(line -> assertThat(line).contains("hello", "no sentence"));
    }

    @Test
    void theCommandImportsWhatIsGoodAndOnlyLooksWhenAskedTo() throws IOException {
        recorded("rating.thanks.wav", Tones.file(1, 0.1, 44_100, 1));
        Path recordings = directory.resolve("recordings");
        String[] arguments = {ImportRecordings.COMMAND, "--from=" + directory, "--saathi.prompts.script=" + SCRIPT,
                "--saathi.prompts.recordings=" + recordings, "--check"};

        assertThat(ImportRecordings.run(arguments)).isOne();
        assertThat(recordings).doesNotExist();
        assertThat(ImportRecordings.run(Arrays.copyOf(arguments, arguments.length - 1))).isOne();
        assertThat(recordings.resolve("ne/rating.thanks.wav"))
                .hasSameBinaryContentAs(directory.resolve("ne/rating.thanks.wav"));
        assertThat(ImportRecordings.run(ImportRecordings.COMMAND, "--saathi.prompts.script=" + SCRIPT)).isEqualTo(2);
    }

    @Test
    void theCommandWritesAPageForEachLanguage() throws IOException {
        assertThat(RecordingScript.run(RecordingScript.COMMAND, "--saathi.prompts.script=" + SCRIPT,
                "--to=" + directory)).isZero();
        assertThat(directory.resolve("recording-script-ne.html")).isNotEmptyFile();
        assertThat(directory.resolve("recording-script-en.html")).isNotEmptyFile();
    }

    private void recorded(String name, byte[] content) throws IOException {
        Files.createDirectories(directory.resolve("ne"));
        Files.write(directory.resolve("ne").resolve(name), content);
    }
}
