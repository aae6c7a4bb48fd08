package np.saathi.ivr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import np.saathi.dev.Project;
import np.saathi.ivr.dialogue.Dialogue;

/** The flows and their dialogues, found by looking at the code: whoever adds one need not tell anybody. */
public final class Dialogues {
    private static final Path SOURCES = Project.directory("app").resolve("src/main/java/np/saathi/ivr");

    private Dialogues() {}

    /**
     * @param flow the class that asks it
     * @param name of its constant
     */
    public record Named(Class<?> flow, String name, Dialogue dialogue) {
        Dialogue.Outline outline() {
            return dialogue.outline();
        }
    }

    /** All of them, by flow and in the order of the source. */
    public static List<Named> all() {
        return flows().flatMap(flow -> of(flow).stream()).toList();
    }

    static Stream<Class<?>> flows() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(".java"))
                    .filter(name -> !name.equals("package-info.java")).sorted().<Class<?>>map(Dialogues::named).toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Named> of(Class<?> flow) {
        return Arrays.stream(flow.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers())
                        && Dialogue.class.isAssignableFrom(field.getType()))
                .map(field -> new Named(flow, field.getName(), read(field))).toList();
    }

    static String source(Class<?> flow) {
        try {
            return Files.readString(SOURCES.resolve(flow.getSimpleName() + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> named(String file) {
        try {
            return Class.forName("np.saathi.ivr." + file.substring(0, file.length() - ".java".length()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("No class in " + file, e);
        }
    }

    private static Dialogue read(Field field) {
        try {
            field.setAccessible(true);
            return (Dialogue) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.toString(), e);
        }
    }
}
