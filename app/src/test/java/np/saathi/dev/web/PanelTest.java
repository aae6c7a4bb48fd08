package np.saathi.dev.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import np.saathi.dev.database.TestDatabase;
import np.saathi.ringing.Bell;

/**
 * The same house as {@link WebTest}'s behind a real port, for browsers. All such tests share one, or two that run beside
 * each other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("panel")
@SpringBootTest(classes = WebHouse.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({TestDatabase.class, Clients.class, Contract.class, Bell.class})
@HouseProperties
public @interface PanelTest {}
