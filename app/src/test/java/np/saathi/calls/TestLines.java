package np.saathi.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.jspecify.annotations.Nullable;

import np.saathi.dev.LineVoice;

/**
 * Lends each class of {@link CallTests} a line until it is over. Starting a line takes longer than most tests, so they
 * are handed on from class to class.
 */
final class TestLines implements BeforeAllCallback, ParameterResolver {
    /** Who runs a class alone needs one; the build has more (app/pom.xml). */
    private static final int LINES = Integer.getInteger("saathi.test.lines", 1);
    private static final Semaphore FREE = new Semaphore(LINES, true);
    private static final Deque<TestLine> IDLE = new ArrayDeque<>();
    private static boolean started;
    private static @Nullable TestLine spoken;

    private record Lent(TestLine line) implements AutoCloseable {
        @Override
        public void close() {
            synchronized (IDLE) {
                IDLE.push(line);
            }
            FREE.release();
        }
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        FREE.acquireUninterruptibly();
        try {
            tests.getStore(Namespace.create(TestLines.class)).put(Lent.class, new Lent(idle()));
        } catch (RuntimeException e) {
            FREE.release();
            throw e;
        }
    }

    static boolean areSeveral() {
        return LINES > 1;
    }

    /** All, one after another, unless it has been done. */
    static void start() {
        synchronized (IDLE) {
            for (; !started; started = IDLE.size() == LINES) {
                IDLE.push(new TestLine());
            }
        }
    }

    private static TestLine idle() {
        start();
        synchronized (IDLE) {
            return IDLE.pop();
        }
    }

    /** The one that speaks as callers hear it. */
    static TestLine spoken() {
        synchronized (IDLE) {
            TestLine known = spoken;
            if (known == null) {
                known = new TestLine(LineVoice.spoken());
                spoken = known;
            }
            return known;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TestLine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Lent lent = test.getStore(Namespace.create(TestLines.class)).get(Lent.class, Lent.class);
        if (lent == null) {
            throw new IllegalStateException("no line was lent to " + test.getDisplayName());
        }
        return lent.line();
    }
}
