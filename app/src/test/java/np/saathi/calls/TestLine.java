package np.saathi.calls;

import np.saathi.dev.AppProcess;
import np.saathi.dev.DevelopmentLine;

/** The one line that all call tests of a JVM share: starting it takes longer than most tests. */
final class TestLine {
    static final String CALLER_NUMBER = "1660";
    static final String VOLUNTEER_NUMBER = "1661";
    private static final TestLine SHARED = new TestLine();

    private final DevelopmentLine services = DevelopmentLine.temporary().start();
    private final AppProcess app = new AppProcess(services.home().resolve("app"), services.settings()).start();

    private TestLine() {}

    static TestLine shared() {
        return SHARED;
    }

    DevelopmentLine services() {
        return services;
    }

    AppProcess app() {
        return app;
    }
}
