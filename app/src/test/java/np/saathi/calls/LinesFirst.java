package np.saathi.calls;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Where calls are placed on several lines at once, all of these are started before the first test: that takes all the
 * processors there are, and a key that is pressed meanwhile may find nobody listening.
 */
public final class LinesFirst implements TestExecutionListener {

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (TestLines.areSeveral()) {
            TestLines.start();
            TestLines.spoken();
        }
    }
}
