package np.saathi.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import np.saathi.dev.process.Progress;
import np.saathi.dev.process.Project;

/**
 * How the app is started in a JVM of its own. From the jar, taken apart and with an AOT cache, as in production, where the
 * build has come to that ({@code verify} has before its call tests); from the classes, three times as slow, where not.
 *
 * @param words the command, to which Spring's arguments may be added
 * @param says which of the two it is
 */
record AppCommand(List<String> words, String says) {
    private static final String EXTRACTED = "target/extracted";
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";
    /** Tests need little, and do not live long enough for the slower compiler. */
    private static final List<String> SMALL = List.of("-Xmx512m", QUICK_COMPILER);

    /** The faster one that is up to date. */
    static AppCommand ofThisBuild() {
        return Made.ONCE;
    }

    /** What is on the disk does not change while tests run; which it is, is told once. */
    private static final class Made {
        static final AppCommand ONCE = of(Project.directory("app"), classPath());
        static {
            Progress.step("%s", ONCE.says());
        }
    }

    /** For comparison. */
    static AppCommand fromClasses() {
        return fromClasses(classPath(), "it is asked for");
    }

    /** With both compilers, as it will run for weeks. */
    AppCommand asInProduction() {
        return new AppCommand(words.stream().filter(word -> !word.equals(QUICK_COMPILER)).toList(),
                says + ", compiled as in production");
    }

    /** @param classPath of the app alone */
    static AppCommand of(Path app, String classPath) {
        Path cache = app.resolve(EXTRACTED).resolve("saathi.aot");
        Optional<Path> jar = jar(app.resolve(EXTRACTED));
        if (jar.isEmpty() || !Files.exists(cache)) {
            return fromClasses(classPath, "there is no extracted jar with an AOT cache");
        }
        return newest(app).compareTo(modified(cache)) > 0
                ? fromClasses(classPath, "the extracted jar is older than the classes")
                : fromJar(app, jar.get(), cache);
    }

    private static AppCommand fromJar(Path app, Path jar, Path cache) {
        return new AppCommand(java("@" + app.resolve("jvm.options"), "-XX:AOTCache=" + cache, "-jar", jar.toString()),
                "App: from " + jar + ", with its AOT cache");
    }

    private static AppCommand fromClasses(String classPath, String why) {
        return new AppCommand(java("-cp", classPath, "np.saathi.SaathiApplication"),
                "App: from its classes, which start slowly: " + why + " (./mvnw verify makes one)");
    }

    private static List<String> java(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        words.addAll(SMALL);
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }

    private static Optional<Path> jar(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When what the jar is made from, and how it is started, was last changed. */
    private static FileTime newest(Path app) {
        try (Stream<Path> classes = Files.walk(app.resolve("target/classes"))) {
            return Stream.concat(classes.filter(Files::isRegularFile), Stream.of("pom.xml", "../pom.xml", "jvm.options")
                    .map(app::resolve).filter(Files::exists)).map(AppCommand::modified)
                    .max(Comparator.naturalOrder()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The app's own class path: this one without the tests. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replaceFirst("^[^:]*test-classes/?:", "");
    }
}
