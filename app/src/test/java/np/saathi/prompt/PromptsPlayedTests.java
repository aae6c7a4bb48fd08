package np.saathi.prompt;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;

import np.saathi.dev.junit.ProductClasses;
import np.saathi.dev.process.Project;

/**
 * A sentence that nobody plays costs a reader and a studio their time, and stands for a promise that is not kept. (That
 * what is played is in the script, {@link Script#load} sees to, and {@link ScriptWordsTests} for the exchange.)
 */
class PromptsPlayedTests {
    @Test
    void everySentenceIsPlayedByTheAppOrByTheExchange() {
        Set<String> played = named(Prompt.class);
        String exchange = exchange();
        assertThat(Prompt.values()).filteredOn(prompt -> !played.contains(prompt.name()))
                .filteredOn(prompt -> !exchange.matches("(?s).*(?<![\\w.-])\\Q" + prompt.key() + "\\E(?![\\w.-]).*"))
                .isEmpty();
    }

    @Test
    void everythingThatCanBeCountedAloudIsCounted() {
        assertThat(named(Counted.class))
                .containsAll(Arrays.stream(Counted.values()).map(Enum::name).toList());
    }

    /** Which of its constants classes other than its own name. */
    private static Set<String> named(Class<?> constants) {
        JavaClass named = ProductClasses.ALL.get(constants);
        return named.getFieldAccessesToSelf().stream().filter(access -> !access.getOriginOwner().equals(named))
                .map(access -> access.getTarget().getName()).collect(toCollection(TreeSet::new));
    }

    /** Its configuration without the comments. */
    private static String exchange() {
        try (Stream<Path> files = Files.list(Project.directory("asterisk-config"))) {
            return files.filter(file -> file.toString().endsWith(".conf") || file.endsWith("configure"))
                    .flatMap(PromptsPlayedTests::lines).filter(line -> !line.startsWith(";") && !line.startsWith("#"))
                    .collect(joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
