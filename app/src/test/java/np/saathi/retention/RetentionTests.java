package np.saathi.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import np.saathi.dev.web.ModuleTest;
import np.saathi.dev.web.TestClock;

@ModuleTest
@Import(RetentionTests.Rules.class)
class RetentionTests {
    @Autowired
    TestClock clock;

    static class Rules implements RetentionSpans {
        @Override
        public Retention retention() {
            return Retention.DEFAULT;
        }
    }

    @Test
    void aRuleThatFailsKeepsNoOtherFromForgetting() {
        List<Instant> applied = new ArrayList<>();
        RetentionRule fails = (_, _) -> {
            throw new IllegalStateException("this table is locked");
        };
        RetentionRule works = (now, spans) -> {
            assertThat(spans).isEqualTo(Retention.DEFAULT);
            applied.add(now);
            return 1;
        };
        new RetentionJob(List.of(fails, works), () -> Retention.DEFAULT, clock).run();
        assertThat(applied).containsExactly(clock.instant());
    }
}
