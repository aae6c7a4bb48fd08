package np.saathi.calls;

import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.dev.AppProcess;
import np.saathi.dev.DemoData;
import np.saathi.dev.DevelopmentApp;
import np.saathi.dev.DevelopmentLine;
import np.saathi.dev.Exchange;

/**
 * The one line that all call tests of a JVM share: starting it takes longer than most tests. The app runs in this JVM;
 * those who want to kill or freeze it have it put into a process of its own meanwhile.
 */
final class TestLine {
    static final String CALLER_NUMBER = "1660";
    static final String VOLUNTEER_NUMBER = "1661";
    private static final TestLine SHARED = new TestLine();

    private final DevelopmentLine services = DevelopmentLine.temporary().start();
    private DevelopmentApp app = DevelopmentApp.start(services.settings());
    private final DemoData.Made people = app.demoData().make();

    private TestLine() {}

    static TestLine shared() {
        return SHARED;
    }

    DevelopmentLine services() {
        return services;
    }

    Exchange exchange() {
        return services.exchange();
    }

    DevelopmentApp app() {
        return app;
    }

    DemoData.Made people() {
        return people;
    }

    JdbcClient database() {
        return app.bean(JdbcClient.class);
    }

    /** Stops the app of this JVM and runs it as a process, which the caller of this method starts and closes. */
    AppProcess intoItsOwnProcess() {
        app.close();
        return new AppProcess(services.home().resolve("app"), services.settings());
    }

    /** Has the app in this JVM again. */
    void backIntoThisProcess() {
        app = DevelopmentApp.start(services.settings());
    }
}
