package np.saathi.operation;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import jakarta.annotation.PostConstruct;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import np.saathi.retention.Retention;
import np.saathi.retention.RetentionSpans;
import np.saathi.support.DatabaseOutage;

/**
 * The settings as they are now. They are kept at hand: asking them costs nothing and goes on with the last known ones
 * while the database is down. What another instance changed is known here ten seconds later.
 */
@Service
public class Operation implements RetentionSpans {
    /** Nepal's time, in which hours and days are meant. */
    public static final ZoneId NEPAL = ZoneId.of("Asia/Kathmandu");
    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);
    private final SettingsStore store;
    private final Validator validator;
    private final ObjectProvider<OpeningCondition> conditions;
    private final Clock clock;
    private volatile OperatingSettings known = OperatingSettings.DEFAULT;
    private volatile boolean databaseAnswers = true;

    Operation(SettingsStore store, Validator validator, ObjectProvider<OpeningCondition> conditions, Clock clock) {
        this.store = store;
        this.validator = validator;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** Before anything asks: nobody is to be served, nor anything forgotten, by defaults that were replaced. */
    @PostConstruct
    void load() {
        known = store.read().settings();
    }

    /** As they are set now, as far as known here. */
    public OperatingSettings settings() {
        return known;
    }

    @Override
    public Retention retention() {
        return known.retention();
    }

    /** Whether groups may be joined now. */
    public Opening opening() {
        return conditions.stream().allMatch(OpeningCondition::holds) ? byTheClock() : Opening.NOT_READY;
    }

    /** Whether it is a time at which groups may be joined: by the switch, the holidays and the hours alone. */
    public Opening byTheClock() {
        OperatingSettings now = known;
        ZonedDateTime here = clock.instant().atZone(NEPAL);
        if (now.closedNow()) {
            return Opening.CLOSED_NOW;
        }
        if (now.holidays().stream().anyMatch(holiday -> holiday.date().equals(here.toLocalDate()))) {
            return Opening.HOLIDAY;
        }
        boolean open = now.hours().getOrDefault(here.getDayOfWeek(), List.of()).stream()
                .anyMatch(hours -> hours.contains(here.toLocalTime()));
        return open ? Opening.OPEN : Opening.OUT_OF_HOURS;
    }

    /** What to edit: the settings and the version that a change must name. */
    Versioned toEdit() {
        SettingsStore.Stored stored = store.read();
        return new Versioned(stored.version(), stored.settings());
    }

    /** @param version 0 while nothing was ever set */
    record Versioned(int version, OperatingSettings settings) {}

    /**
     * @param version that was edited
     * @throws ConstraintViolationException that names each value that can't be
     * @throws org.springframework.dao.OptimisticLockingFailureException when another was faster
     */
    synchronized Versioned change(OperatingSettings settings, int version) {
        Set<ConstraintViolation<OperatingSettings>> wrong = validator.validate(settings);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        store.write(settings, version);
        known = settings;
        return new Versioned(version + 1, settings);
    }

    /** Not while they are changed: what was read before would come after. One line when the database is gone, one when back. */
    @Scheduled(fixedDelay = 10_000)
    public synchronized void refresh() {
        try {
            known = store.read().settings();
            if (!databaseAnswers) {
                LOG.info("The database answers again: the settings are up to date");
            }
            databaseAnswers = true;
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isBehind(e)) {
                throw e;
            }
            if (databaseAnswers) {
                LOG.warn("The last known settings hold until the database answers: {}", e.getMessage());
            }
            databaseAnswers = false;
        }
    }
}
