package np.saathi.panel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * The panel's classes run in two lanes beside each other, each with an app, a database, files and a browser of its own.
 * Those with this are in the second lane, one after another; they take about as long as all others together.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = "saathi.test.place=target/second-lane")
@interface SecondLane {}
