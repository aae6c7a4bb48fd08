package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import np.saathi.prompt.PromptCatalog;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.PlacedCalls;

/**
 * Takes the calls. It starts last and stops first: what a flow needs is there before the first call and after the
 * last. When it stops it accepts no more, lets prompts end, and leaves the calls to the exchange, which keeps them.
 */
@Component
class CallDesk implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);

    private final AsteriskProperties settings;
    private final Map<String, AgiScript> scripts = new HashMap<>();
    private final Drain drain = new Drain();
    private final Semaphore free;
    private final KeylessCalls keyless = new KeylessCalls(InstantSource.system());
    private final CallerSpread spread = new CallerSpread(InstantSource.system());
    private volatile @Nullable FastAgi server;

    CallDesk(AsteriskProperties settings, DialogueTimeouts timeouts, List<CallHandler> handlers, PromptCatalog prompts,
            Channels channels,
            PlacedCalls placed, CrisisNotes crisisNotes) {
        this.settings = settings;
        this.free = new Semaphore(settings.maxCalls());
        for (CallHandler handler : handlers) {
            scripts.put(handler.door().script(),
                    new AgiCall(handler, prompts::lengthOf, timeouts, settings.recordings(), drain, channels, placed,
                            free, keyless, spread));
        }
        scripts.put(CrisisNotes.SCRIPT, crisisNotes);
    }

    @Override
    public void start() {
        FastAgi agi = new FastAgi(this::scriptFor, settings.agiBind(), settings.agiPort());
        server = agi;
        Thread.ofPlatform().name("call-desk").start(() -> accept(agi));
        LOG.info("Taking calls on {}:{}", settings.agiBind(), settings.agiPort());
    }

    private void accept(FastAgi agi) {
        try {
            agi.startup();
        } catch (IOException | RuntimeException e) {
            if (isRunning()) {
                LOG.error("The line takes no more calls", e);
            }
        }
    }

    /**
     * Only these names are answered: asterisk-java's own mapping would make an object of any class named in a URL.
     *
     * @param request null for a bare TCP connect (R11), which the library's signature hides
     */
    private AgiScript scriptFor(AgiRequest request, @Nullable AgiChannel channel) {
        AgiScript script = request.getScript() == null ? null : scripts.get(request.getScript());
        return script != null ? script : (unknown, line) -> LOG.debug("No flow for this call");
    }

    int callsNow() {
        return settings.maxCalls() - free.availablePermits();
    }

    CallerSpread.Count spreadLastHours() {
        return spread.lastHours();
    }

    KeylessCalls.Count keylessLastHour() {
        return keyless.lastHour();
    }

    @Override
    public void stop() {
        FastAgi agi = server;
        server = null;
        if (agi == null) {
            return;
        }
        agi.shutdown();
        drain.begin();
        awaitPrompts(settings.drain());
    }

    /** Waits until no call is with the app, or as long as it may: who is in a room stays there without us. */
    private void awaitPrompts(Duration longest) {
        try {
            if (free.tryAcquire(settings.maxCalls(), longest.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(settings.maxCalls());
            } else {
                LOG.info("{} calls are left to the exchange", callsNow());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
