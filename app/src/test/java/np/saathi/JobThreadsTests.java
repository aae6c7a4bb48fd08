package np.saathi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import np.saathi.dev.junit.ProductClasses;

/** What is done again and again, each on a thread of its own. */
class JobThreadsTests {

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class TwoJobs {
        final CountDownLatch testIsOver = new CountDownLatch(1);
        final CountDownLatch hangs = new CountDownLatch(1);
        final AtomicInteger turns = new AtomicInteger();

        @Scheduled(fixedDelay = 1)
        void hang() throws InterruptedException {
            hangs.countDown();
            testIsOver.await();
        }

        @Scheduled(fixedDelay = 1)
        void work() throws InterruptedException {
            hangs.await();
            turns.incrementAndGet();
        }
    }

    @Test
    void aJobThatHangsHoldsUpNoOther() {
        try (var context = new AnnotationConfigApplicationContext(JobThreads.class, TwoJobs.class)) {
            TwoJobs jobs = context.getBean(TwoJobs.class);
            await().until(() -> jobs.turns.get() > 2);
            jobs.testIsOver.countDown(); // or closing the context would wait for it
        }
    }

    @Test
    void thereIsAThreadForEachJob() {
        long jobs = ProductClasses.ALL.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Scheduled.class)).count();
        assertThat(jobs).isBetween(10L, JobThreads.MOST - 1L); // and one of Modulith's
    }
}
