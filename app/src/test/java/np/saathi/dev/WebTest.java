package np.saathi.dev;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

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
public @interface WebTest {}
