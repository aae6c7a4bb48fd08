package np.saathi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.dev.database.Rows;
import np.saathi.dev.web.TestClock;
import np.saathi.dev.web.WebTest;

/** What one module told another is not lost. */
@WebTest
@Import(EventRetryTests.Clumsy.class)
class EventRetryTests {
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    FailedEventPublications failed;
    @Autowired
    EventRetry retry;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Rows rows;
    @Autowired
    TestClock clock;

    record Something(UUID id) {}

    /** Fails as often as it is told to. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Clumsy {
        static final AtomicInteger FAILS = new AtomicInteger();
        static final AtomicInteger HEARD = new AtomicInteger();

        @ApplicationModuleListener
        void on(Something something) {
            if (FAILS.getAndDecrement() > 0) {
                throw new IllegalStateException("a fault of a listener, wanted by a test");
            }
            HEARD.incrementAndGet();
        }
    }

    @BeforeEach
    void nothingIsOnItsWay() {
        rows.delete();
        Clumsy.FAILS.set(0);
        Clumsy.HEARD.set(0);
    }

    @Test
    void whatIsDoneIsDeleted() {
        publish();
        await().untilAsserted(() -> assertThat(rows.in("EVENT_PUBLICATION")).isZero());
        assertThat(Clumsy.HEARD).hasValue(1);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Something(UUID.randomUUID()));
            status.setRollbackOnly();
        });
        assertThat(rows.in("EVENT_PUBLICATION")).isZero();
    }

    @Test
    void aListenerThatFailedIsToldAgain() {
        Clumsy.FAILS.set(1);
        publish();
        await().untilAsserted(() -> assertThat(status()).isEqualTo("FAILED"));
        failed.resubmit(ResubmissionOptions.defaults());
        await().untilAsserted(() -> assertThat(rows.in("EVENT_PUBLICATION")).isZero());
        assertThat(Clumsy.HEARD).hasValue(1);
    }

    @Test
    void theRetryLeavesAFreshFailureAMoment() {
        Clumsy.FAILS.set(1);
        publish();
        await().untilAsserted(() -> assertThat(status()).isEqualTo("FAILED"));
        retry.again();
        assertThat(status()).isEqualTo("FAILED");
        clock.pass(Duration.ofMinutes(5));
        retry.again();
        await().untilAsserted(() -> assertThat(rows.in("EVENT_PUBLICATION")).isZero());
    }

    private void publish() {
        transaction.executeWithoutResult(_ -> events.publishEvent(new Something(UUID.randomUUID())));
    }

    private String status() {
        return jdbc.sql("SELECT STATUS FROM EVENT_PUBLICATION").query(String.class).single();
    }
}
