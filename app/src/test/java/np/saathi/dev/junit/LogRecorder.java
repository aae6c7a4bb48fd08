package np.saathi.dev.junit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What some loggers, and those below them, were told during one test. */
public final class LogRecorder implements BeforeEachCallback, AfterEachCallback {
    private final List<Logger> loggers;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    };

    private LogRecorder(List<Logger> loggers) {
        this.loggers = loggers;
    }

    /** @param names as of packages */
    public static LogRecorder of(String... names) {
        return new LogRecorder(Stream.of(names).map(name -> (Logger) LoggerFactory.getLogger(name)).toList());
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        appender.start();
        loggers.forEach(logger -> logger.addAppender(appender));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        loggers.forEach(logger -> logger.detachAppender(appender));
        appender.stop();
        events.clear();
    }

    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    /** Level and message of each. */
    public List<String> lines() {
        return events.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
    }
}
