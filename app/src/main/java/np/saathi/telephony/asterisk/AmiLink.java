package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.AbstractConfbridgeEvent;
import org.asteriskjava.manager.event.ConnectEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import np.saathi.support.DatabaseOutage;
import np.saathi.telephony.RoomControl.ExchangeUnreachable;
import np.saathi.telephony.TelephonyEvent;

/**
 * The link to Asterisk's manager: reader → one ordered queue → {@link AmiTranslator} → application events. After every
 * (re)connect the first event is a {@link TelephonyEvent.Snapshot}; what happens while it is taken waits in the queue.
 *
 * <p>asterisk-java reconnects by itself once it was logged in, but neither retries the first login nor sees a
 * half-open link: that is done here, by one thread that logs in and pings.
 */
@Component
class AmiLink implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AmiLink.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long PING_MILLIS = 5_000;
    /** Before the call desk, and after it is closed: whoever speaks with a caller can reach the rooms. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1;

    private final AsteriskProperties settings;
    private final ApplicationEventPublisher events;
    private final Channels channels;
    private final Clock clock;
    private final DefaultManagerConnection connection;
    private final Exchange exchange;
    private final SnapshotTaker snapshots;
    private final BlockingQueue<Received> queue = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private volatile boolean known;
    /** Whether an event was lost on our side since the last snapshot. */
    private volatile boolean stale;
    /** Both only for the thread that publishes: what it has been told of the link. */
    private boolean loggedIn;
    private @Nullable Instant exchangeStarted;

    AmiLink(AsteriskProperties settings, ApplicationEventPublisher events, Channels channels, Clock clock) {
        this.settings = settings;
        this.events = events;
        this.channels = channels;
        this.clock = clock;
        this.connection = new DefaultManagerConnection(settings.amiHost(), settings.amiPort(), settings.amiUser(),
                settings.amiSecret());
        this.exchange = new Exchange(connection);
        this.snapshots = new SnapshotTaker(exchange, channels);
        connection.setKeepAliveAfterAuthenticationFailure(true);
        connection.registerUserEventClass(ConfbridgeMuteEvent.class);
        connection.registerUserEventClass(ConfbridgeUnmuteEvent.class);
        connection.registerUserEventClass(CrisisSettledEvent.class);
        connection.registerUserEventClass(CallbackTakenEvent.class);
        connection.registerUserEventClass(RingGivenUpEvent.class);
        connection.registerUserEventClass(WhisperSaidEvent.class);
        connection.addEventListener(event -> queue.add(new Received(event, clock.instant())));
    }

    private record Received(ManagerEvent event, Instant at) {}

    Exchange exchange() {
        return exchange;
    }

    /** Whether the exchange can be reached and its state is known. */
    boolean isUp() {
        return known && connection.getState() == ManagerConnectionState.CONNECTED;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("ami-events").start(this::publishInOrder);
        Thread.ofVirtual().name("ami-keeper").start(this::keepLinked);
    }

    private void publishInOrder() {
        while (running) {
            try {
                publish(queue.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // the database may be away: what was missed is seen in a new snapshot, taken until it succeeds
                if (!DatabaseOutage.isBehind(e)) {
                    LOG.error("An event of the exchange could not be taken in", e);
                }
                stale = true;
            }
        }
    }

    private void publish(Received received) {
        switch (received.event()) {
            case FullyBootedEvent booted -> {
                int uptime = booted.getUptime() == null ? 0 : booted.getUptime();
                exchangeStarted = received.at().minusSeconds(uptime);
                takeSnapshot();
            }
            case ConnectEvent _ -> {
                loggedIn = true;
                takeSnapshot();
            }
            case DisconnectEvent _ -> {
                forgetLink();
                LOG.warn("The link to Asterisk broke");
                events.publishEvent(new TelephonyEvent.LinkLost(received.at()));
            }
            case WhisperSaidEvent said -> tellOver(said.getUniqueId(), Whispers.Ending.SAID);
            case HangupEvent over when Whispers.isName(over.getUniqueId()) ->
                tellOver(over.getUniqueId(), Whispers.Ending.CUT);
            case HangupEvent over when AmiDialler.nameOf(over.getUniqueId()).isPresent() -> {
                AmiTranslator.ofRing(over, received.at()).ifPresent(event -> publish(event, over));
                AmiTranslator.translate(over, received.at()).ifPresent(event -> publish(event, over));
            }
            case ManagerEvent other ->
                AmiTranslator.translate(other, received.at()).ifPresent(event -> publish(event, other));
        }
    }

    private void publish(TelephonyEvent event, ManagerEvent source) {
        LOG.debug("{}", event);
        if (event instanceof TelephonyEvent.Joined joined) {
            channels.learn(joined.call(),
                    ((AbstractConfbridgeEvent) source).getChannel());
        }
        try {
            events.publishEvent(event);
        } finally {
            if (event instanceof TelephonyEvent.HungUp over) {
                channels.forget(over.call());
            }
        }
    }

    private void tellOver(String whisper, Whispers.Ending ending) {
        events.publishEvent(new Whispers.Over(whisper, ending));
    }

    /**
     * As soon as we are logged in and Asterisk is booted: FullyBooted is sent after every login, mostly before the
     * library counts us as connected. It tells how long Asterisk has been up, so that no time zone is involved.
     */
    private void takeSnapshot() {
        Instant started = exchangeStarted;
        if (!loggedIn || started == null) {
            return;
        }
        try {
            TelephonyEvent.Snapshot snapshot = snapshots.take(started, clock.instant());
            if (!known) {
                LOG.info("Linked to Asterisk: {} calls, {} rooms", snapshot.calls().size(), snapshot.rooms().size());
            }
            known = true;
            stale = false;
            events.publishEvent(snapshot);
        } catch (ExchangeUnreachable e) {
            LOG.warn("The exchange went away while it was looked at: {}", e.getMessage());
            relink();
        }
    }

    private void forgetLink() {
        known = false;
        loggedIn = false;
        exchangeStarted = null;
    }

    private void keepLinked() {
        boolean told = false;
        while (running) {
            try {
                switch (connection.getState()) {
                    case INITIAL, DISCONNECTED -> {
                        connection.login();
                        told = false;
                    }
                    case CONNECTED -> {
                        connection.sendAction(new PingAction(), PING_MILLIS);
                        if (stale) {
                            queue.add(new Received(new ConnectEvent(this), clock.instant()));
                        }
                    }
                    default -> LOG.debug("The library is linking again by itself");
                }
                pause(connection.getState() == ManagerConnectionState.CONNECTED ? settings.ping() : RETRY);
            } catch (IOException | AuthenticationFailedException | TimeoutException | IllegalStateException e) {
                if (!told) {
                    LOG.warn("No link to Asterisk at {}:{}: {}; trying on", settings.amiHost(), settings.amiPort(),
                            e.getMessage());
                    told = true;
                }
                relink();
                pause(RETRY);
            }
        }
    }

    /** Gives up a link that no longer answers; the keeper logs in anew. */
    private void relink() {
        if (connection.getState() == ManagerConnectionState.CONNECTED) {
            queue.add(new Received(new DisconnectEvent(this), clock.instant()));
            logoff();
        }
    }

    private void logoff() {
        try {
            connection.logoff();
        } catch (IllegalStateException e) {
            LOG.debug("Not linked: {}", e.getMessage());
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        queue.add(new Received(new HangupEvent(this), clock.instant()));
        logoff();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
