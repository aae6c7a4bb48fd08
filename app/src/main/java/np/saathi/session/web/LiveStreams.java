package np.saathi.session.web;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import np.saathi.support.DatabaseOutage;

/**
 * Shows something as it changes: an event on each change, a comment when nothing changed for a while. It looks again
 * and again, and does not wait to be told of changes: they may be made by another instance of the app, and a few rows
 * are soon read.
 */
@Component
class LiveStreams {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    /** The browser comes back by itself, and is then asked again who it is. */
    private static final Duration LONGEST = Duration.ofHours(1);
    /** Less than proxies take for a dead line. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private final SessionRepository<?> signedIn;
    private volatile boolean closing;

    LiveStreams(SessionRepository<?> signedIn) {
        this.signedIn = signedIn;
    }

    /** Else open streams would hold up the end of the app. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /**
     * Server-sent events of one name, the first at once, for the web session that asks, and as long as it lives: who is
     * signed out sees no more.
     *
     * @param look how it stands now
     * @param every how often to look
     * @param isOver of the last one
     */
    <T> SseEmitter open(String event, Supplier<T> look, Duration every, Predicate<T> isOver) {
        T now = look.get(); // what can't be looked at is told as a problem, not as a stream
        String viewer = RequestContextHolder.currentRequestAttributes().getSessionId();
        SseEmitter stream = new SseEmitter(LONGEST.plus(HEARTBEAT).toMillis());
        Thread.ofVirtual().name("live-" + event).start(() -> show(event, now, look, every, isOver, viewer, stream));
        return stream;
    }

    private <T> void show(String event, T first, Supplier<T> look, Duration every, Predicate<T> isOver,
            String viewer, SseEmitter stream) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            T shown = first;
            stream.send(SseEmitter.event().name(event).data(shown));
            long lastSent = System.nanoTime();
            while (!isOver.test(shown) && !closing && System.nanoTime() < end) {
                Thread.sleep(every);
                if (signedIn.findById(viewer) == null) {
                    break;
                }
                T now = look.get();
                if (!now.equals(shown)) {
                    shown = now;
                    stream.send(SseEmitter.event().name(event).data(shown));
                    lastSent = System.nanoTime();
                } else if (System.nanoTime() - lastSent > HEARTBEAT.toNanos()) {
                    stream.send(SseEmitter.event().comment("still here"));
                    lastSent = System.nanoTime();
                }
            }
            stream.complete();
        } catch (IOException | IllegalStateException whoWatchedIsGone) {
            LOG.debug("{} is watched no more: {}", event, whoWatchedIsGone.getMessage());
        } catch (ErrorResponseException gone) {
            LOG.debug("{} is there no more: {}", event, gone.getMessage());
            stream.complete(); // the browser asks again, and is told the problem
        } catch (RuntimeException e) {
            if (DatabaseOutage.isBehind(e)) {
                LOG.debug("{} can't be shown: {}", event, e.getMessage());
            } else {
                LOG.error("{} can't be shown", event, e);
            }
            stream.complete(); // the browser asks again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
