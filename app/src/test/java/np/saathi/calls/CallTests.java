package np.saathi.calls;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that place calls. Such a class has a {@link TestLine} to itself while it runs, as a parameter of its constructor
 * and of its static methods; other classes run beside it on theirs, for calls take their time and little else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("calls")
@ExtendWith(TestLines.class)
@interface CallTests {}
