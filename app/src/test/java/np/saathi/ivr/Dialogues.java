package np.saathi.ivr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import np.saathi.dev.process.Project;
import np.saathi.ivr.dialogue.Dialogue;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Script;
import np.saathi.prompt.Spoken;

/**
 * The flows and their dialogues, found by looking at the code: whoever adds one need not tell anybody. A dialogue is a
 * constant, a part of a constant, or made by a static method of what it speaks of ({@code DialogueRulesTests}): then it
 * is looked at with an example as long as any.
 */
public final class Dialogues {
    private static final Script SCRIPT = Script.load(Project.directory("prompts").resolve("script.yml"));
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

    /** For each type that a dialogue is made of. */
    private static final Map<Class<?>, Object> EXAMPLES = Map.of(int.class, 9, Spoken.class,
            Spoken.of(Prompt.REPORT_RISK_DANGER), List.class, SCRIPT.languages(), Clock.class,
            Clock.systemUTC());

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
        Set<Dialogue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.concat(Stream.of(flow), Arrays.stream(flow.getDeclaredClasses()))
                .flatMap(type -> Stream.concat(constants(flow, type), made(flow, type)))
                .filter(named -> seen.add(named.dialogue())).toList();
    }

    private static Stream<Named> constants(Class<?> flow, Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> Modifier.isStatic(field.getModifiers()))
                .flatMap(field -> Dialogue.class.isAssignableFrom(field.getType())
                        ? Stream.of(new Named(flow, field.getName(), (Dialogue) read(field, null)))
                        : parts(flow, field));
    }

    /** Of a constant that is put together from dialogues. */
    private static Stream<Named> parts(Class<?> flow, Field constant) {
        return constant.getType().getPackage() != Dialogues.class.getPackage()
                ? Stream.empty()
                : Arrays.stream(constant.getType().getDeclaredFields())
                        .filter(part -> Dialogue.class.isAssignableFrom(part.getType())
                                && !Modifier.isStatic(part.getModifiers()))
                        .map(part -> new Named(flow, constant.getName(),
                                (Dialogue) read(part, read(constant, null))));
    }

    private static Stream<Named> made(Class<?> flow, Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(Dialogues::makesOne)
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> new Named(flow, method.getName(), make(method)));
    }

    /** Of words alone constants are made: they are looked at as such. */
    private static boolean makesOne(Method method) {
        return Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()
                && Dialogue.class.isAssignableFrom(method.getReturnType())
                && !Arrays.asList(method.getParameterTypes()).contains(Prompt.class)
                && Arrays.stream(method.getParameterTypes()).noneMatch(Dialogue.class::isAssignableFrom);
    }

    private static Dialogue make(Method method) {
        try {
            method.setAccessible(true);
            return (Dialogue) method.invoke(null, Arrays.stream(method.getParameterTypes())
                    .map(type -> Objects.requireNonNull(EXAMPLES.get(type), () -> "Give an example of " + type))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method.toString(), e);
        }
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

    private static Object read(Field field, @Nullable Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.toString(), e);
        }
    }
}
