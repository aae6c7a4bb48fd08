package np.saathi.dev;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

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
@TestPropertySource(properties = {"saathi.identity.keyset-file=target/test-keys.json", "saathi.identity.generate=true",
        "saathi.session.tick=1d", "saathi.schedule.look=1d",
        // contexts are kept for later tests, all on one server: an idle one gives its connections back
        "spring.datasource.hikari.minimum-idle=1", "spring.datasource.hikari.idle-timeout=10000",
        "saathi.asterisk.ami-secret=not-a-real-one-in-tests",
        "saathi.training.directory=target/test-training",
        "saathi.crisis.file=target/test-crisis/crisis.conf",
        "saathi.prompts.script=../prompts/script.yml", "saathi.prompts.sounds=target/test-sounds",
        "saathi.prompts.recordings=../prompts", "saathi.prompts.replacements=target/test-replacements",
        "saathi.messages.directory=target/test-messages",
        "saathi.messages.tick=1d",
        "management.endpoint.health.validate-group-membership=false"})
public @interface WebTest {}
