package np.saathi.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Function;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pushes the crisis path's data to the exchange's side: a file that the dialplan reads by itself, replaced in one
 * stroke, so that it is whole at any moment. The staff's numbers stand in it in the open, for it must work with
 * everything else dead; only the exchange's user can read it (ADR 0004).
 */
@Component
class CrisisFile {
    private final CrisisProperties settings;

    CrisisFile(CrisisProperties settings) {
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void push() {
        write(settings.file(),
                section("duty", settings.duty(), row -> row.number() + "|" + row.times() + "|" + row.days())
                        + section("helpline", settings.helplines(),
                                row -> row.prompt() + "|" + row.dial() + "|" + row.times()
                                        + "|" + row.days() + "|" + row.languages())
                        + section("spoken", settings.spoken(), row -> row.prompt() + "|" + row.digits())
                        + section("others", settings.others(), row -> row.prompt() + "|" + row.digits()));
    }

    private static <R> String section(String name, List<R> rows, Function<R, String> text) {
        StringBuilder section = new StringBuilder("[" + name + "]\n");
        for (int i = 0; i < rows.size(); i++) {
            section.append(i + 1).append(" = ").append(text.apply(rows.get(i))).append('\n');
        }
        return section.toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "crisis", ".next",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
            Files.writeString(next, text);
            move(next, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The crisis numbers can't be given to the exchange: " + file
                    + " (saathi.crisis.file)", e);
        }
    }

    private static void move(Path next, Path file) throws IOException {
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
