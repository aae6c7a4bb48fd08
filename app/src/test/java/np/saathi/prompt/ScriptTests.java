package np.saathi.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import np.saathi.dev.process.Project;

/** A script with a fault is refused, and the message names the key and the language. */
class ScriptTests {

    private static final Path REAL = Project.directory("prompts").resolve("script.yml");

    @TempDir
    Path directory;

    @Test
    void theScriptOfTheLineIsComplete() {
        Script script = Script.load(REAL);

        assertThat(script.languages()).containsExactly(Language.NEPALI, Language.ENGLISH);
        assertThat(script.text("number.11", Language.NEPALI)).contains("एघार");
        assertThat(script.longest("silence.short")).isEqualTo(Duration.ofMillis(200));
        assertThat(script.text("silence.short", Language.NEPALI)).isEmpty();
        assertThat(script.voice(Language.ENGLISH).engine()).isEqualTo("freetts");
    }

    @Test
    void aMissingTextIsNamed() throws IOException {
        assertRefused("en: \"Thank you.\"", "en: \"\"", "rating.thanks has no text in language en");
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        assertRefused("  greeting:\n", "  category.greeting:\n", "greeting is missing");
    }

    @Test
    void aKeyThatNobodySaysIsNamed() throws IOException {
        assertRefused("  goodbye:\n", "  farewell:\n", "farewell is said by nobody");
    }

    @Test
    void aMissingLengthIsNamed() throws IOException {
        assertRefused("number.7: {max: 2, ", "number.7: {", "number.7 needs max in seconds");
    }

    @Test
    void aMisspelledFieldIsNamed() throws IOException {
        assertRefused("number.7: {max: 2, ", "number.7: {max: 2, ni: x, ", "a field that means nothing: ni");
    }

    @Test
    void aReviewerIsToldPerLanguage() throws IOException {
        assertThat(Script.load(REAL).reviewed("silence.short", Language.NEPALI)).isTrue();
        Path reviewed = changed("number.7: {max: 2, ne: सात, en: seven, reviewed-by: {ne: \"\"",
                "number.7: {max: 2, ne: सात, en: seven, reviewed-by: {ne: \"a reader\"");
        assertThat(Script.load(reviewed).reviewed("number.7", Language.NEPALI)).isTrue();
        assertThat(Script.load(reviewed).reviewed("number.7", Language.ENGLISH)).isFalse();
    }

    @Test
    void theHeadingTellsWhereASentenceIsHeard() {
        Script script = Script.load(REAL);

        assertThat(script.section("consent.agree")).isEqualTo("The first call");
        assertThat(script.section("room.muted")).isEqualTo("In the room");
        assertThat(script.keys()).allSatisfy(key -> assertThat(script.section(key)).as(key).isNotBlank());
    }

    /** Grammar has its places: what one language says before the time another says after it. */
    @Test
    void aLanguageMayHaveNothingToSayAtAPlace() {
        Script script = Script.load(REAL);

        assertThat(script.text("part.evening.before", Language.NEPALI)).contains("बेलुकी");
        assertThat(script.text("part.evening.before", Language.ENGLISH)).isEmpty();
        assertThat(script.silence("part.evening.before")).isLessThan(Duration.ofMillis(50));
        assertThat(script.reviewed("part.evening.before", Language.ENGLISH)).isTrue();
    }

    @Test
    void whatIsNoScriptIsRefusedByName() throws IOException {
        assertThatExceptionOfType(ScriptException.class).isThrownBy(() -> Script.load(directory.resolve("none.yml")))
                .withMessageContaining("none.yml");
        for (String content : new String[]{"", "- a list", "languages: [", "a: 1\na: 2"}) {
            Path file = Files.writeString(directory.resolve("bad.yml"), content);
            assertThatExceptionOfType(ScriptException.class).isThrownBy(() -> Script.load(file))
                    .withMessageContaining("bad.yml");
        }
    }

    private void assertRefused(String text, String replacement, String message) throws IOException {
        Path file = changed(text, replacement);
        assertThatExceptionOfType(ScriptException.class).isThrownBy(() -> Script.load(file))
                .withMessageContaining(message);
    }

    private Path changed(String text, String replacement) throws IOException {
        String script = Files.readString(REAL);
        assertThat(script).contains(text);
        return Files.writeString(directory.resolve("script.yml"), script.replace(text, replacement));
    }
}
