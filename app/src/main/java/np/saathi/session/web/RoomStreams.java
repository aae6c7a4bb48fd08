package np.saathi.session.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import np.saathi.session.LiveRoom;
import np.saathi.session.LiveRooms;

/**
 * Shows a room while it lives: an event on each change, a comment when nothing changed for a while. It looks at the
 * state, twice a second, and does not wait to be told of changes: they may be made by another instance of the app, and
 * two rows are soon read.
 */
@Component
class RoomStreams {
    private static final Logger LOG = LoggerFactory.getLogger(RoomStreams.class);
    /** The browser comes back by itself, and is then asked again who it is. */
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofMillis(500);
    /** Less than proxies take for a dead line. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private final LiveRooms rooms;
    private volatile boolean closing;

    RoomStreams(LiveRooms rooms) {
        this.rooms = rooms;
    }

    /** Else open streams would hold up the end of the app. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    SseEmitter open(LiveRoom now) {
        SseEmitter stream = new SseEmitter(LONGEST.plus(HEARTBEAT).toMillis());
        Thread.ofVirtual().name("room-stream").start(() -> show(now, stream));
        return stream;
    }

    private void show(LiveRoom first, SseEmitter stream) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            LiveRoom shown = first;
            send(first, stream);
            long lastSent = System.nanoTime();
            while (!shown.state().isOver() && !closing && System.nanoTime() < end) {
                Thread.sleep(LOOK);
                Optional<LiveRoom> now = rooms.of(first.sessionId());
                if (now.isPresent() && !now.get().equals(shown)) {
                    shown = now.get();
                    send(shown, stream);
                    lastSent = System.nanoTime();
                } else if (System.nanoTime() - lastSent > HEARTBEAT.toNanos()) {
                    stream.send(SseEmitter.event().comment("still here"));
                    lastSent = System.nanoTime();
                }
            }
            stream.complete();
        } catch (IOException | IllegalStateException whoWatchedIsGone) {
            LOG.debug("A room is watched no more: {}", whoWatchedIsGone.getMessage());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A room can't be shown: {}", e.getMessage());
            stream.complete(); // the browser asks again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(LiveRoom room, SseEmitter stream) throws IOException {
        stream.send(SseEmitter.event().name("room").data(room));
    }
}
