package np.saathi.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends each class of {@link CallTests} a line until it is over. Starting a line takes longer than most tests, so they
 * are handed on from class to class; and it takes all the processors there are, so all are started before the first call.
 */
final class TestLines implements BeforeAllCallback, ParameterResolver {
    /** Who runs a class alone needs one; the build has more (app/pom.xml). */
    private static final int LINES = Integer.getInteger("saathi.test.lines", 1);
    private static final Semaphore FREE = new Semaphore(LINES, true);
    private static final Deque<TestLine> IDLE = new ArrayDeque<>();
    private static boolean started;

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

    /** Who comes first starts them, one after another. */
    private static TestLine idle() {
        synchronized (IDLE) {
            for (; !started; started = IDLE.size() == LINES) {
                IDLE.push(new TestLine());
            }
            return IDLE.pop();
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
