package np.saathi.dev;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** Starts the test's own module and those named, on a real MariaDB, with a clock that the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(mode = BootstrapMode.STANDALONE)
@Import(TestDatabase.class)
@TestPropertySource(properties = {"saathi.identity.keyset-file=target/test-keys.json", "saathi.identity.generate=true",
        "saathi.session.tick=1d",
        // contexts are kept for later tests, all on one server: an idle one gives its connections back
        "spring.datasource.hikari.minimum-idle=1", "spring.datasource.hikari.idle-timeout=10000",
        // the readiness group names parts of the line that a module alone does not have
        "management.endpoint.health.validate-group-membership=false"})
public @interface ModuleTest {

    /** Further modules that the test needs; the exchange's adapter is none of them. */
    @AliasFor(annotation = ApplicationModuleTest.class, attribute = "extraIncludes")
    String[] with() default {};
}
