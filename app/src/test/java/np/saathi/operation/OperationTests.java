package np.saathi.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.iterable;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.operation.OperatingSettings.Holiday;
import np.saathi.operation.OperatingSettings.Limits;

@ModuleTest
class OperationTests {
    private static final LocalTime SIX_PM = LocalTime.of(18, 0);
    @Autowired
    Operation operation;
    @Autowired
    SettingsStore store;
    @Autowired
    Validator validator;
    @Autowired
    ObjectProvider<OpeningCondition> conditions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;

    @BeforeEach
    void nothingIsSet() {
        rows.delete();
        operation.refresh();
    }

    @Test
    void untilSomethingIsSetAllIsAsByDefault() {
        assertThat(operation.toEdit()).isEqualTo(new Operation.Versioned(0, OperatingSettings.DEFAULT));
        assertThat(operation.opening()).isEqualTo(Opening.OPEN);
        assertThat(operation.settings().limits()).isEqualTo(new Limits(120, 15, 120));
    }

    @Test
    void groupsDoNotOpenWhileSomethingThatMustHoldDoesNot() {
        AtomicBoolean ready = new AtomicBoolean();
        OpeningCondition words = ready::get;
        Operation waiting = new Operation(store, validator,
                new StaticListableBeanFactory(Map.of("words", words)).getBeanProvider(OpeningCondition.class),
                Clock.systemUTC());

        assertThat(waiting.opening()).isEqualTo(Opening.NOT_READY);
        ready.set(true);
        assertThat(waiting.opening()).isEqualTo(Opening.OPEN);
    }

    @Test
    void whatIsSetIsReadAsItWasWritten() {
        OperatingSettings evenings = closedOnSundays();
        assertThat(operation.change(evenings, 0).version()).isEqualTo(1);
        operation.refresh();
        assertThat(operation.settings()).isEqualTo(evenings);
        assertThat(operation.toEdit()).isEqualTo(new Operation.Versioned(1, evenings));
    }

    @Test
    void whoEditedAnOlderVersionIsRefusedAndChangesNothing() {
        operation.change(closedOnSundays(), 0);
        assertThatThrownBy(() -> operation.change(OperatingSettings.DEFAULT, 0))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> operation.change(OperatingSettings.DEFAULT, 7))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(operation.settings()).isEqualTo(closedOnSundays());
        assertThat(operation.change(OperatingSettings.DEFAULT, 1).version()).isEqualTo(2);
    }

    @Test
    void aSettingThatCameLaterIsAsByDefaultAndOneThatWentIsIgnored() {
        jdbc.sql("INSERT INTO operating_settings VALUES (1, 4, ?, NOW())")
                .param("{\"closedNow\": true, \"limits\": {\"callMinutes\": 60}, \"once\": 1}").update();
        operation.refresh();
        assertThat(operation.settings().closedNow()).isTrue();
        assertThat(operation.settings().limits()).isEqualTo(new Limits(60, 15, 120));
        assertThat(operation.settings().hours()).isEqualTo(OperatingSettings.DEFAULT.hours());
    }

    @Test
    void eachValueThatCannotBeIsNamed() {
        OperatingSettings wrong = with(Map.of(DayOfWeek.MONDAY, List.of(new OpeningHours(SIX_PM, SIX_PM))),
                List.of(new Holiday(LocalDate.of(2026, 10, 20), " ")), new Limits(5, 15, 120));
        assertThatThrownBy(() -> operation.change(wrong, 0)).isInstanceOf(ConstraintViolationException.class)
                .extracting(e -> ((ConstraintViolationException) e).getConstraintViolations(),
                        iterable(ConstraintViolation.class))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder("hours[MONDAY].<map value>[0].forward", "holidays[0].name",
                        "limits.callMinutes");
        assertThat(rows.in("operating_settings")).isZero();
    }

    @Test
    void theLastKnownSettingsHoldWhileTheDatabaseIsDown() {
        Operation cut = new Operation(new Cut(), validator, conditions, Clock.systemUTC());
        cut.load();
        assertThat(cut.settings().closedNow()).isTrue();
        cut.refresh();
        assertThat(cut.settings().closedNow()).isTrue();
        cut.refresh();
        assertThat(cut.settings().closedNow()).as("the database is back").isFalse();
    }

    /** 18:00 in Nepal is 12:15 UTC. */
    @Test
    void hoursAndHolidaysAreMeantInNepalTime() {
        operation.change(closedOnSundays(), 0);
        assertThat(openingAt("2026-10-19T12:14:59Z")).as("Monday, 17:59").isEqualTo(Opening.OUT_OF_HOURS);
        assertThat(openingAt("2026-10-19T12:15:00Z")).as("Monday, 18:00").isEqualTo(Opening.OPEN);
        assertThat(openingAt("2026-10-19T18:14:59Z")).as("Monday, 23:59").isEqualTo(Opening.OPEN);
        assertThat(openingAt("2026-10-19T18:15:00Z")).as("Tuesday, 0:00").isEqualTo(Opening.HOLIDAY);
        assertThat(openingAt("2026-10-18T13:00:00Z")).as("Sunday").isEqualTo(Opening.OUT_OF_HOURS);
    }

    @Test
    void theSwitchClosesWhateverTheHoursSay() {
        OperatingSettings open = OperatingSettings.DEFAULT;
        operation.change(new OperatingSettings(true, open.hours(), open.holidays(), open.limits(), open.shortCalls(),
                open.lateHost(), open.caps(), open.bans(), open.retention()), 0);
        assertThat(operation.opening()).isEqualTo(Opening.CLOSED_NOW);
    }

    private Opening openingAt(String time) {
        Operation then = new Operation(store, validator, conditions, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
        then.load();
        return then.opening();
    }

    private static OperatingSettings closedOnSundays() {
        List<OpeningHours> evening = List.of(new OpeningHours(SIX_PM, LocalTime.MIDNIGHT));
        return with(Map.of(DayOfWeek.MONDAY, evening, DayOfWeek.TUESDAY, evening),
                List.of(new Holiday(LocalDate.of(2026, 10, 20), "Dashain")), new Limits(60, 10, 90));
    }

    private static OperatingSettings with(Map<DayOfWeek, List<OpeningHours>> hours, List<Holiday> holidays,
            Limits limits) {
        OperatingSettings other = OperatingSettings.DEFAULT;
        return new OperatingSettings(false, hours, holidays, limits, other.shortCalls(), other.lateHost(),
                other.caps(), other.bans(), other.retention());
    }

    /** A store whose database is down at the second reading; until then groups were closed by the switch. */
    private static final class Cut extends SettingsStore {
        private int readings;

        @SuppressWarnings("NullAway") // the one method that is used is replaced
        Cut() {
            super(null, null);
        }

        @Override
        Stored read() {
            OperatingSettings other = OperatingSettings.DEFAULT;
            return switch (++readings) {
                case 1 -> new Stored(1, new OperatingSettings(true, other.hours(), other.holidays(), other.limits(),
                        other.shortCalls(), other.lateHost(), other.caps(), other.bans(), other.retention()));
                case 2 -> throw new DataAccessResourceFailureException("down");
                default -> new Stored(2, other);
            };
        }
    }
}
