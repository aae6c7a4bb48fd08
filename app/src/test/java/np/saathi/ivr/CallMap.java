package np.saathi.ivr;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import np.saathi.dev.process.Project;
import np.saathi.ivr.dialogue.Dialogue;
import np.saathi.prompt.Language;
import np.saathi.prompt.Script;
import np.saathi.telephony.CallHandler;

/**
 * Draws {@code app/docs/call-map.md} from the flows themselves: who leads on to whom by their constructors, what each
 * tells of itself by its Javadoc, and the keys of every dialogue by the dialogues.
 */
final class CallMap {
    private static final Script SCRIPT = Script.load(Project.directory("prompts").resolve("script.yml"));
    private static final Pattern JAVADOC = Pattern
            .compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
                    + "(?:public |final |abstract )*(?:class|record|interface|enum) ", Pattern.DOTALL);
    private static final Pattern OUTLINE = Pattern.compile("<pre>\\n?(.*?)</pre>", Pattern.DOTALL);
    private static final int LONGEST_LABEL = 60;

    private CallMap() {}

    static String drawn() {
        List<Class<?>> flows = Dialogues.flows().filter(CallMap::isFlow).toList();
        return """
                # The map of a call

                Drawn from the code by `./mvnw test -Dtest=CallMapTests`, which fails when the two differ, and writes it
                anew. `0` is the crisis path at every place and is not drawn; neither are the room's keys, which the
                outlines tell. The words are those of a first try, in English.

                ## Who leads on to whom

                """ + mermaid(overview(flows)) + flows.stream().map(CallMap::chapter).collect(Collectors.joining());
    }

    /** What a caller meets: it asks something, or its outline is told. */
    private static boolean isFlow(Class<?> type) {
        return !Dialogues.of(type).isEmpty() || outline(type).isPresent() || CallHandler.class.isAssignableFrom(type);
    }

    private static Stream<String> overview(List<Class<?>> flows) {
        Stream<String> doors = flows.stream().filter(CallHandler.class::isAssignableFrom)
                .map(door -> door.getSimpleName() + "([\"" + title(door) + "\"])");
        Stream<String> ways = flows.stream().flatMap(from -> leadsTo(from, flows)
                .map(to -> node(from) + " --> " + node(to)));
        return Stream.concat(doors, ways);
    }

    /** Also by way of helpers that nobody hears. */
    private static Stream<Class<?>> leadsTo(Class<?> from, List<Class<?>> flows) {
        return Arrays.stream(from.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
                .filter(type -> type.getPackage() == CallMap.class.getPackage())
                .flatMap(type -> flows.contains(type) ? Stream.of(type) : leadsTo(type, flows)).distinct();
    }

    /** A door has told its title and its shape already. */
    private static String node(Class<?> flow) {
        return flow.getSimpleName()
                + (CallHandler.class.isAssignableFrom(flow) ? "" : "[\"" + title(flow) + "\"]");
    }

    private static String chapter(Class<?> flow) {
        StringBuilder chapter = new StringBuilder("\n## " + title(flow) + "\n\n");
        sentence(flow).ifPresent(sentence -> chapter.append(sentence).append("\n"));
        outline(flow).ifPresent(outline -> chapter.append("\n```text\n").append(outline).append("```\n"));
        List<Dialogues.Named> dialogues = Dialogues.of(flow);
        if (!dialogues.isEmpty()) {
            chapter.append('\n').append(mermaid(dialogues.stream().flatMap(CallMap::keys)));
        }
        return chapter.toString();
    }

    private static Stream<String> keys(Dialogues.Named named) {
        Dialogue.Outline outline = named.outline();
        String id = named.flow().getSimpleName() + "_" + named.name();
        String node = id + "{{\"" + shape(named.dialogue()) + ": " + words(outline) + "\"}}";
        return Stream.concat(Stream.of(node),
                order(outline).map(key -> {
                    String leadsTo = outline.keys().getOrDefault(key, "");
                    return id + " -- \"" + key + "\" --> " + id + "_" + leadsTo.replaceAll("[^A-Za-z0-9]", "_") + "([\""
                            + leadsTo + "\"])";
                }));
    }

    /** As on a keypad, silence last. */
    private static Stream<String> order(Dialogue.Outline outline) {
        return outline.keys().keySet().stream().sorted((a, b) -> Integer.compare(place(a), place(b)));
    }

    private static int place(String key) {
        int place = "123456789*#".indexOf(key.charAt(0));
        return key.equals("silence") ? 99 : place;
    }

    private static String shape(Dialogue dialogue) {
        return dialogue.getClass().getSimpleName();
    }

    private static String words(Dialogue.Outline outline) {
        String words = outline.words().getFirst().keys().stream()
                .map(key -> key.substring(key.indexOf('/') + 1))
                .flatMap(key -> SCRIPT.text(key, Language.ENGLISH).stream()).collect(Collectors.joining(" "));
        return words.length() <= LONGEST_LABEL
                ? words
                : words.substring(0, words.lastIndexOf(' ', LONGEST_LABEL)) + " …";
    }

    private static Optional<String> javadoc(Class<?> flow) {
        Matcher javadoc = JAVADOC.matcher(Dialogues.source(flow));
        return javadoc.find() ? Optional.of(javadoc.group(1).replaceAll("(?m)^ \\* ?", "")) : Optional.empty();
    }

    private static Optional<String> outline(Class<?> flow) {
        return javadoc(flow).map(OUTLINE::matcher).filter(Matcher::find).map(found -> plain(found.group(1)));
    }

    private static Optional<String> sentence(Class<?> flow) {
        return javadoc(flow)
                .map(text -> plain(text.replaceAll("(?s)<pre>.*|<p>.*", "")).replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:link|code) #?(?:[\\w.]+\\.)?([\\w#()]+)\\s*}", "$1").replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** {@code GroupVisit} is "Group visit". */
    private static String title(Class<?> flow) {
        String words = flow.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String mermaid(Stream<String> lines) {
        return lines.map(line -> "    " + line + "\n")
                .collect(Collectors.joining("", "```mermaid\nflowchart LR\n", "```\n"));
    }
}
