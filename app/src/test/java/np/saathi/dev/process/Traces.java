package np.saathi.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words, an id or a hash, wherever they may have been left. A word within a longer one is another word. */
public final class Traces {
    private final Pattern words;

    private Traces(Pattern words) {
        this.words = words;
    }

    public static Traces of(String... words) {
        return new Traces(Pattern.compile(Arrays.stream(words).map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![0-9A-Za-z])(", ")(?![0-9A-Za-z])"))));
    }

    /** Names of the tables of which a row holds one of them; what is to be done later is a table too. */
    public Set<String> inTables(JdbcClient database) {
        Set<String> found = new TreeSet<>();
        for (String table : database.sql("SHOW TABLES").query(String.class).list()) {
            List<String> values = database.sql("SELECT * FROM `" + table + "`").query().listOfRows().stream()
                    .flatMap(row -> row.values().stream()).map(Traces::text).toList();
            if (values.stream().anyMatch(value -> words.matcher(value).find())) {
                found.add(table);
            }
        }
        return found;
    }

    /** Files below this directory that are named by one of them, or hold it. */
    public Set<Path> inFiles(Path directory) {
        if (Files.notExists(directory)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(file -> words.matcher(file.getFileName().toString()).find()
                    || words.matcher(text(read(file))).find()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : String.valueOf(value);
    }
}
