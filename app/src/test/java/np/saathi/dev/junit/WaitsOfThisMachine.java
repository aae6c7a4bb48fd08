package np.saathi.dev.junit;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

import np.saathi.dev.process.MachineSpeed;

/** How long {@code await()} waits where a test says nothing else: used up by failures only, and longer where all is slow. */
public final class WaitsOfThisMachine implements TestExecutionListener {

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        // what fails in a thread of another test's line is that test's
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Awaitility.setDefaultTimeout(MachineSpeed.stretched(Duration.ofSeconds(20)));
    }
}
