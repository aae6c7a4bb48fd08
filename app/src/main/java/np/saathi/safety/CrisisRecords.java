package np.saathi.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.telephony.CrisisLedger;

/** Keeps what happened to crisis calls: time, step reached, seconds, outcome. Never who. */
@Component
class CrisisRecords implements CrisisLedger {
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    CrisisRecords(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    @Transactional
    public void write(String note, Instant started, String step, Duration lasted, String outcome, Line line) {
        // the note's name begins with the call's: it finds a callback below, and is not stored
        int written = database.sql("""
                INSERT IGNORE INTO crisis_record (note_hash, started_at, step, seconds, outcome)
                VALUES (SHA2(:note, 256), :started, :step, :seconds, :outcome)
                """).param("note", note).param("started", started.atZone(ZoneOffset.UTC).toLocalDateTime())
                .param("step", step).param("seconds", lasted.toSeconds()).param("outcome", outcome).update();
        if (written > 0) {
            events.publishEvent(new CrisisOver(note.replaceFirst("-[0-9]+$", ""), outcome.equals("talked"), line));
            events.publishEvent(new CrisisServed(UUID.randomUUID(), note.replaceFirst("-[0-9]+$", ""), step, outcome,
                    lasted, started));
        }
    }
}
