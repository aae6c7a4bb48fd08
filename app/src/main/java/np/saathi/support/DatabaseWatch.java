package np.saathi.support;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database does its work: so that nobody waits for what can't be had, and what need not be written is
 * left out. An outage is one line in the log when it begins, and one when it is over.
 */
@Component
public class DatabaseWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    /** While all is well every fifth look is enough: who can't write says so before. */
    private static final int LOOKS_LEFT_OUT = 5;
    /** No probe can tell that there is room again: it is tried with what callers and staff write, now and then. */
    private final Duration fullFor;
    private final Probe probe;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile State state = State.WELL;
    private volatile long fullSince;
    private volatile boolean full;
    /** Something failed, and the look that will tell has not ended. */
    private volatile boolean suspected;
    private int looks;

    /** How the database is. */
    public enum State {
        WELL,
        /** It answers, and refuses or does not do what is to be written: read-only, locked, full. */
        TAKES_NO_WRITES,
        /** Nobody answers. */
        AWAY
    }

    /** Writes something. */
    interface Probe {
        void write() throws SQLException;
    }

    @Autowired
    DatabaseWatch(DataSource database, @Value("${saathi.database.full-for:15s}") Duration fullFor)
            throws SQLException {
        this(new DatabaseProbe(database.unwrap(HikariDataSource.class))::write, fullFor);
    }

    DatabaseWatch(Probe probe, Duration fullFor) {
        this.probe = probe;
        this.fullFor = fullFor;
    }

    /** As far as is known at this moment; nobody is asked. */
    public State state() {
        return state;
    }

    /** Whether what is written now is expected to be kept. */
    public boolean takesWrites() {
        return state == State.WELL && !suspected;
    }

    /** Who sees something fail tells it here: if an outage is behind it, it is looked at, beside whoever tells it. */
    public void failed(Throwable failure) {
        if (!DatabaseOutage.isBehind(failure)) {
            return;
        }
        if (DatabaseOutage.isFull(failure)) {
            full = true;
            fullSince = System.nanoTime();
            become(State.TAKES_NO_WRITES, String.valueOf(failure.getMessage()));
        } else if (state == State.WELL) {
            suspected = true;
            lookSoon();
        }
    }

    /** Looks at once, in a thread of its own, unless that is being done. */
    public void lookSoon() {
        if (!looking.get()) {
            Thread.ofVirtual().name("database-watch").start(this::look);
        }
    }

    @Scheduled(fixedDelayString = "${saathi.database.look:1s}")
    void lookNowAndThen() {
        if (state != State.WELL || ++looks % LOOKS_LEFT_OUT == 0) {
            look();
        }
    }

    /** @return how it is now */
    State look() {
        if (!looking.compareAndSet(false, true)) {
            return state;
        }
        try {
            probe.write();
            if (!full || System.nanoTime() - fullSince > fullFor.toNanos()) {
                full = false;
                become(State.WELL, "");
            }
        } catch (SQLException failure) {
            become(DatabaseOutage.isAway(failure) ? State.AWAY : State.TAKES_NO_WRITES,
                    String.valueOf(failure.getMessage()));
        } finally {
            suspected = false;
            looking.set(false);
        }
        return state;
    }

    private synchronized void become(State next, String why) {
        State before = state;
        state = next;
        if (before == State.WELL && next != State.WELL) {
            LOG.warn("The database {}: calls go on without it, who asks on the web is told so at once: {}",
                    next == State.AWAY ? "does not answer" : "takes nothing that is written", why);
        } else if (before != State.WELL && next == State.WELL) {
            LOG.info("The database does its work again");
        }
    }
}
