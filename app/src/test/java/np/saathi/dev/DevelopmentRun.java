package np.saathi.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import np.saathi.dev.process.DevServiceException;
import np.saathi.dev.process.Ports;
import np.saathi.dev.process.Project;
import np.saathi.dev.simulator.Simulator;
import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;

/**
 * The whole line on one machine, with demo data: {@code ./mvnw spring-boot:test-run}. Fetches what is missing, starts
 * it, tells how to call, and leaves nothing running when it is ended.
 */
public final class DevelopmentRun {
    private static final int SIP = 5060;
    private static final int HTTP = 8080;
    private static final int DATABASE = 13306;
    private static final int SIMULATOR = 8090;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private DevelopmentRun() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (DevServiceException e) {
            System.err.println("\n[saathi] " + e.getMessage() + "\n");
            System.exit(1);
        }
    }

    private static void run(String[] arguments) {
        Path target = Project.directory("app").resolve("target");
        int http = Ports.wanted("saathi.http.port", HTTP);
        int simulator = Ports.wanted("saathi.simulator.port", SIMULATOR);
        DevelopmentLine line = new DevelopmentLine(target.resolve("run"), LineVoice.spoken(),
                Ports.wanted("saathi.sip.port", SIP), http,
                Ports.wanted("saathi.database.port", DATABASE));
        line.start();
        DemoPhones.program(line.exchange());
        DevelopmentApp app = DevelopmentApp.start(line.settings(), arguments);
        DemoData data = app.demoData();
        app.demoLessons(Path.of(line.settings().get("saathi.training.directory"))).make();
        Map<String, String> facts = new TreeMap<>(data.make().properties());
        facts.put("sip.address", line.asterisk().sip().getHostString() + ":" + line.asterisk().sip().getPort());
        facts.put("caller.number", line.asterisk().setting("SAATHI_CALLER_NUMBER"));
        facts.put("volunteer.number", line.asterisk().setting("SAATHI_VOLUNTEER_NUMBER"));
        facts.put("http.url", "http://127.0.0.1:" + http);
        facts.put("panel.url", "http://127.0.0.1:" + http + "/panel/");
        facts.put("simulator.url", simulator(simulator, line, app, facts).url());
        write(target.resolve("dev-run.properties"), facts);
        keepGroupsOpen(data);
        System.out.println(HowToCall.text(facts));
    }

    /** The page needs to know no more than what a newcomer keys in by phone. */
    private static Simulator simulator(int port, DevelopmentLine line, DevelopmentApp app, Map<String, String> facts) {
        Map<String, String> forThePage = new TreeMap<>(facts);
        forThePage.keySet().retainAll(Set.of("caller.number", "volunteer.number", "volunteer.id", "volunteer.pin"));
        PromptCatalog prompts = app.bean(PromptCatalog.class);
        return new Simulator(port, line.exchange(), line.prompts(),
                (key, language) -> prompts.text(new Spoken(List.of(key)), new Language(language)), forThePage);
    }

    /** A group without a host is given up after a quarter of an hour; whoever tries the line later wants one too. */
    private static void keepGroupsOpen(DemoData data) {
        ScheduledExecutorService clock = Executors
                .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("demo-groups").factory());
        var unused = clock.scheduleWithFixedDelay(data::keepOpen, LOOK_AGAIN.toSeconds(), LOOK_AGAIN.toSeconds(),
                TimeUnit.SECONDS);
    }

    private static void write(Path file, Map<String, String> facts) {
        StringBuilder text = new StringBuilder("# How to reach the line that runs now; written anew at each start.\n");
        facts.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new DevServiceException("Can't write " + file + ": " + e.getMessage());
        }
    }
}
