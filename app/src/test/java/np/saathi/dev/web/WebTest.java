package np.saathi.dev.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

import np.saathi.dev.database.TestDatabase;
import np.saathi.dev.junit.EachTestOnAMorning;
import np.saathi.ringing.Bell;

/**
 * Starts the whole house but the exchange's adapter and the flows of calls, on a real MariaDB, with a clock that the
 * test moves. Requests go through all filters: {@link Clients} gives people who are really signed in. Write
 * {@code @Import(…)} only where you must: all tests without it share one house.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = WebHouse.class)
@AutoConfigureMockMvc
@Import({TestDatabase.class, Clients.class, Contract.class, Bell.class})
@HouseProperties
@TestExecutionListeners(listeners = EachTestOnAMorning.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(WebTest.LANE)
public @interface WebTest {
    /** Web tests share one house, so they run one after another; module tests and those without Spring run beside them. */
    String LANE = "np.saathi.dev.web.WebTest";
}
