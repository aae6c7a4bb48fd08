package np.saathi.dev.junit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import np.saathi.dev.install.Cache;
import np.saathi.dev.process.Settings;

/**
 * Tells on the console how far the tests are: a line for each class that is over, and at once what failed and where to
 * read on. It does so where the build names the log ({@code saathi.test.log}); elsewhere the console is the log.
 */
public final class TestProgress implements TestExecutionListener {
    private static final int SHORT = 300;
    /** As it is at the beginning: some tests put another in its place for a while. */
    private final PrintStream console = System.out;
    private final String log = Settings.text("saathi.test.log").orElse("");
    private final long start = System.nanoTime();
    private final Map<UniqueId, Instant> begun = new ConcurrentHashMap<>();
    private @Nullable ClassDurations times;
    private int classes;
    private int classesOver;
    private long tests;
    private long testsOver;

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan plan) {
        if (log.isEmpty()) {
            return;
        }
        LoggerFactory.getILoggerFactory(); // now: of threads that want it at once, one gets it and the others a stand-in
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install(); // Tomcat's, which would write to the console
        List<String> names = plan.getRoots().stream().flatMap(engine -> plan.getChildren(engine).stream())
                .flatMap(top -> className(top).stream()).toList();
        ClassDurations known = new ClassDurations(Cache.ofUser().directory().resolve("test-times")
                .resolve(Path.of(log).getFileName() + ".properties"), names);
        times = known;
        classes = names.size();
        tests = plan.countTestIdentifiers(TestIdentifier::isTest);
        say("%d classes%s; what they log is in %s", classes,
                known.left(Duration.ZERO).map(left -> ", about " + minutes(left)).orElse(""), log);
    }

    /** Tests of many arguments are known one after another. */
    @Override
    public synchronized void dynamicTestRegistered(TestIdentifier test) {
        tests += test.isTest() ? 1 : 0;
    }

    @Override
    public void executionStarted(TestIdentifier started) {
        begun.put(started.getUniqueIdObject(), Instant.now());
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        over(skipped, Instant.now());
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        Instant from = begun.getOrDefault(finished.getUniqueIdObject(), Instant.now());
        if (times != null && result.getStatus() == Status.FAILED) {
            String why = String.valueOf(result.getThrowable().orElse(null));
            say("FAILED %s: %s%n[tests]   %s from %s to %s", nameOf(finished),
                    why.substring(0, Math.min(why.length(), SHORT)), log, asLogged(from),
                    asLogged(Instant.now()));
        }
        over(finished, from);
    }

    private synchronized void over(TestIdentifier over, Instant from) {
        testsOver += over.isTest() ? 1 : 0;
        ClassDurations known = times;
        Optional<String> name = className(over).filter(_ -> over.getUniqueIdObject().getSegments().size() == 2);
        if (known == null || name.isEmpty()) {
            return;
        }
        classesOver++;
        Duration took = Duration.between(from, Instant.now());
        known.over(name.orElseThrow(), took);
        Duration since = sinceStart();
        say("%d of %d classes, %d of %d tests, %s%s: %s, %.1f s", classesOver, classes, testsOver, tests,
                minutes(since), known.left(since).map(left -> " of about " + minutes(since.plus(left))).orElse(""),
                over.getDisplayName(), took.toMillis() / 1000.0);
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        // Of a few classes that somebody named, one can't tell how long all of them take.
        if (times != null && System.getProperty("test") == null && System.getProperty("it.test") == null) {
            times.keep(sinceStart());
        }
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Optional<String> className(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).map(ClassSource.class::cast)
                .map(ClassSource::getClassName);
    }

    private static String nameOf(TestIdentifier test) {
        return test.getUniqueIdObject().getSegments().stream().skip(1).map(UniqueId.Segment::getValue)
                .map(value -> value.replaceFirst("^np\\.saathi\\.", "")).reduce((a, b) -> a + "." + b).orElse("");
    }

    private static LocalTime asLogged(Instant moment) {
        return LocalTime.ofInstant(moment, ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String minutes(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private void say(String format, Object... values) {
        console.println("[tests] " + format.formatted(values));
    }
}
