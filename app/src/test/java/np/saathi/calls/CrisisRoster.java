package np.saathi.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is rung in the crisis path of a test: another {@code crisis.conf} in the place of the app's, until closed. The
 * numbers to be spoken are not in it: they come from the file that is shipped.
 */
final class CrisisRoster implements AutoCloseable {
    private final Path file;
    private final String before;
    private final List<String> duty = new ArrayList<>();
    private final List<String> helplines = new ArrayList<>();

    private CrisisRoster(Path file) {
        this.file = file;
        try {
            this.before = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody at first. */
    static CrisisRoster on(TestLine line) {
        return new CrisisRoster(Path.of(line.services().asterisk().setting("SAATHI_CRISIS"), "crisis.conf")).written();
    }

    CrisisRoster duty(String number) {
        return duty(number, "*");
    }

    /** @param times when, in Nepal time, e.g. {@code 18:00-22:00} */
    CrisisRoster duty(String number, String times) {
        duty.add(number + "|" + times + "|*");
        return written();
    }

    CrisisRoster helpline(String number) {
        return helpline(number, "*", "*");
    }

    CrisisRoster helpline(String number, String times, String languages) {
        helplines.add("helpline.suicide|" + number + "|" + times + "|*|" + languages);
        return written();
    }

    private CrisisRoster written() {
        write(section("duty", duty) + section("helpline", helplines));
        return this;
    }

    private static String section(String name, List<String> rows) {
        StringBuilder section = new StringBuilder("[" + name + "]\n");
        IntStream.range(0, rows.size())
                .forEach(i -> section.append(i + 1).append(" = ").append(rows.get(i)).append('\n'));
        return section.toString();
    }

    private void write(String text) {
        try {
            Path next = Files.writeString(file.resolveSibling("crisis.conf.next"), text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The app's own again. */
    @Override
    public void close() {
        write(before);
    }
}
