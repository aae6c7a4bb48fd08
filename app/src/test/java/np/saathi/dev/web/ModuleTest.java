package np.saathi.dev.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.TestPropertySource;

import np.saathi.dev.database.TestDatabase;
import np.saathi.dev.junit.EachTestOnAMorning;

/** Starts the test's own module and those named, on a real MariaDB, with a clock that the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TestExecutionListeners(listeners = EachTestOnAMorning.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(ModuleTest.LANE)
@TestInstance(Lifecycle.PER_METHOD) // of one for all, Spring can't record events beside other lanes
@ApplicationModuleTest(mode = BootstrapMode.STANDALONE)
@Import(TestDatabase.class)
@TestPropertySource(properties = {"saathi.identity.keyset-file=target/test-keys.json", "saathi.identity.generate=true",
        "saathi.session.tick=1d",
        // contexts are kept for later tests, all on one server: an idle one gives its connections back
        "spring.datasource.hikari.minimum-idle=1", "spring.datasource.hikari.idle-timeout=10000",
        // the readiness group names parts of the line that a module alone does not have
        "management.endpoint.health.validate-group-membership=false"})
public @interface ModuleTest {
    /** Module tests run one after another, beside those of the web and those without Spring. */
    String LANE = "np.saathi.dev.web.ModuleTest";

    /** Further modules that the test needs; the exchange's adapter is none of them. */
    @AliasFor(annotation = ApplicationModuleTest.class, attribute = "extraIncludes")
    String[] with() default {};
}
