package np.saathi.safety;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import np.saathi.support.DatabaseOutage;

/**
 * Pushes the crisis path's data to the exchange's side: a file that the dialplan reads by itself, replaced in one
 * stroke, so that it is whole at any moment. The staff's numbers stand in it in the open, for it must work with
 * everything else dead; only the exchange's user can read it (ADR 0004). What could not be pushed is tried again every
 * fifteen seconds, by every instance until it has written the newest itself; the old file serves meanwhile.
 */
@Component
class CrisisFile {
    private static final Logger LOG = LoggerFactory.getLogger(CrisisFile.class);
    private static final int NOT_YET = -1;
    private final Path file;
    private final RosterSeed seed;
    private final RosterState state;
    private final DutyRoster duty;
    private final Helplines helplines;
    private final HelpNumbers numbers;
    private int written = NOT_YET;
    private boolean works = true;

    CrisisFile(CrisisProperties settings, RosterSeed seed, RosterState state, DutyRoster duty, Helplines helplines,
            HelpNumbers numbers) {
        this.file = settings.file();
        this.seed = seed;
        this.state = state;
        this.duty = duty;
        this.helplines = helplines;
        this.numbers = numbers;
    }

    /** An unusable configuration stops the start; a file that can't be written does not. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        seed.plant();
        pushSafely();
    }

    @TransactionalEventListener
    void changed(RosterState.Changed change) {
        pushSafely();
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 15_000)
    void pushSafely() {
        try {
            push();
            works = true;
        } catch (IOException e) {
            troubled("The crisis numbers can't be given to the exchange: " + file + " (saathi.crisis.file)", e);
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isBehind(e)) {
                throw e;
            }
            troubled("The crisis numbers stay as the exchange has them until the database answers", e);
        }
    }

    /** One line when the trouble begins, not four a minute. */
    private void troubled(String what, Exception why) {
        if (works) {
            LOG.error("{}: {}", what, why.toString());
        }
        works = false;
    }

    /** One at a time, and each reads anew: an older state can't overwrite a newer one. */
    private synchronized void push() throws IOException {
        int newest = state.read().map(RosterState.State::version).orElse(NOT_YET);
        if (newest == NOT_YET || newest == written && Files.exists(file)) {
            return;
        }
        List<Helpline> lines = helplines.all();
        write(text(duty.all(), lines));
        numbers.are(lines);
        state.pushed(newest);
        written = newest;
    }

    private static String text(List<DutyPhone> phones, List<Helpline> lines) {
        return section("duty", phones.stream().map(DutyPhone::row).toList())
                + section("helpline", lines.stream().filter(line -> line.plan().dial() != null)
                        .map(Helpline::dialRow).toList())
                + section("spoken", read(lines, Helpline.Reading.FIRST))
                + section("others", read(lines, Helpline.Reading.MORE));
    }

    private static List<String> read(List<Helpline> lines, Helpline.Reading when) {
        return lines.stream().filter(line -> line.isRead(when)).map(Helpline::spokenRow).toList();
    }

    private static String section(String name, List<String> rows) {
        StringBuilder section = new StringBuilder("[" + name + "]\n");
        for (int i = 0; i < rows.size(); i++) {
            section.append(i + 1).append(" = ").append(rows.get(i)).append('\n');
        }
        return section.toString();
    }

    private void write(String text) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path next = Files.createTempFile(directory, "crisis", ".next",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        try {
            Files.writeString(next, text);
            move(next, file);
        } finally {
            Files.deleteIfExists(next);
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
