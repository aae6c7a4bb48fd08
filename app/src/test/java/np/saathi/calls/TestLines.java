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
 * are handed on from class to class.
 */
final class TestLines implements BeforeAllCallback, ParameterResolver {
    /** Three lines keep one of two cores busy: what is left is for apps that start, and for the panel's browser. */
    private static final int LINES = Integer.getInteger("saathi.test.lines", 3);
    private static final Semaphore FREE = new Semaphore(LINES, true);
    private static final Deque<TestLine> IDLE = new ArrayDeque<>();

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
            tests.getStore(Namespace.create(TestLines.class)).put(Lent.class, new Lent(idleOrNew()));
        } catch (RuntimeException e) {
            FREE.release();
            throw e;
        }
    }

    /** One at a time: two lines that start at once only make each other slow. */
    private static TestLine idleOrNew() {
        synchronized (IDLE) {
            return IDLE.isEmpty() ? new TestLine() : IDLE.pop();
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
