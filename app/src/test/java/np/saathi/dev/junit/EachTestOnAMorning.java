package np.saathi.dev.junit;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import np.saathi.dev.web.TestClock;

/** Moves the {@link TestClock} to the next morning before each test: no test depends on the hour at which it is run. */
public final class EachTestOnAMorning implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBean(TestClock.class).nextMorning();
    }
}
