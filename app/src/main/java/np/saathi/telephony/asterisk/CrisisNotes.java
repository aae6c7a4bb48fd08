package np.saathi.telephony.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.command.DatabaseDelCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.CrisisLedger;

/**
 * Collects what Asterisk noted of crisis calls in its own database while it served them, maybe without us. A note
 * reads {@code startedEpoch|step|seconds|outcome|line}. It is deleted there only when it is written down here.
 */
@Component
class CrisisNotes implements AgiScript {
    static final String SCRIPT = "crisis-settled";
    private static final Logger LOG = LoggerFactory.getLogger(CrisisNotes.class);

    private final CrisisLedger ledger;
    /** Two collections at once would read the same notes. */
    private final ReentrantLock one = new ReentrantLock();
    private volatile boolean left;

    CrisisNotes(CrisisLedger ledger) {
        this.ledger = ledger;
    }

    /** Whether notes could not be written down, and should be fetched again. */
    boolean left() {
        return left;
    }

    @Override
    public void service(AgiRequest request, AgiChannel channel) {
        AgiWire wire = new AgiWire(channel);
        one.lock();
        try {
            left = false;
            for (String note : wire.evaluate("${DB_KEYS(crisis)}").split(",")) {
                if (!note.isBlank()) {
                    take(wire, Guard.name(note));
                }
            }
        } catch (CallerHungUp e) {
            LOG.debug("Asterisk ended the collection; the next one goes on");
        } catch (RuntimeException e) {
            left = true;
            LOG.warn("Crisis notes stay on the exchange for now: {}", e.getMessage());
        } finally {
            one.unlock();
        }
    }

    private void take(AgiWire wire, String note) {
        String[] parts = wire.evaluate("${DB(crisis/" + note + ")}").split("\\|");
        try {
            ledger.write(note, Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1],
                    Duration.ofSeconds(Long.parseLong(parts[2])), parts[3],
                    CrisisLedger.Line.valueOf(parts[4].toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            LOG.error("A crisis note could not be read and stays where it is: {} parts", parts.length);
            return;
        }
        wire.send(new DatabaseDelCommand("crisis", note));
    }
}
