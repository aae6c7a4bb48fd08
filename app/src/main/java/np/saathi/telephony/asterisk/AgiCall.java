package np.saathi.telephony.asterisk;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import np.saathi.support.DatabaseOutage;
import np.saathi.telephony.CallHandler;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.PlacedCalls;

/**
 * Runs a flow for one call and tells the dialplan how it ended, in one of four ways: {@code APP_DONE=1} (done),
 * {@code HELP=1} (to the crisis path), {@code MOVE=…} (Asterisk goes on by itself), or nothing at all (something is
 * wrong here: try again).
 */
class AgiCall implements AgiScript {
    private static final Logger LOG = LoggerFactory.getLogger(AgiCall.class);

    private final CallHandler handler;
    private final AgiPhoneLine.WordLengths lengths;
    private final DialogueTimeouts timeouts;
    private final Path recordings;
    private final Drain drain;
    private final Channels channels;
    private final PlacedCalls placed;
    private final Semaphore free;
    private final KeylessCalls keyless;
    private final CallerSpread spread;

    AgiCall(CallHandler handler, AgiPhoneLine.WordLengths lengths, DialogueTimeouts timeouts, Path recordings,
            Drain drain, Channels channels,
            PlacedCalls placed, Semaphore free, KeylessCalls keyless, CallerSpread spread) {
        this.handler = handler;
        this.lengths = lengths;
        this.timeouts = timeouts;
        this.recordings = recordings;
        this.drain = drain;
        this.channels = channels;
        this.placed = placed;
        this.free = free;
        this.keyless = keyless;
        this.spread = spread;
    }

    @Override
    public void service(AgiRequest request, AgiChannel channel) {
        AgiWire wire = new AgiWire(channel);
        try {
            if (wholeCall() && !free.tryAcquire()) {
                wire.set("MOVE", "busy");
                return;
            }
            try {
                speak(wire);
            } finally {
                if (wholeCall()) {
                    free.release();
                }
            }
        } catch (CallerHungUp e) {
            LOG.debug("Call {} is over", wire.uniqueId());
        }
    }

    private void speak(AgiWire wire) {
        AgiPhoneLine line = new AgiPhoneLine(wire, lengths, timeouts, recordings, drain);
        try {
            channels.learn(line.id(), wire.channelName());
            begin(line, wire);
            handler.answer(line);
            if (!line.endsByExchange()) {
                tellDone(wire);
            }
        } catch (HelpPressed e) {
            wire.set(RoomExit.HELP, "1");
        } catch (Drain.Draining | CallHandler.Declined e) {
            LOG.debug("Call {} goes back to the exchange: {}", wire.uniqueId(), e.getMessage());
        } catch (CallerHungUp e) {
            throw e;
        } catch (RuntimeException e) {
            // without APP_DONE the dialplan tries again from the call's step, and then serves the crisis choices
            if (DatabaseOutage.isPassing(e)) {
                LOG.info("Call {} goes back to the exchange: {}", wire.uniqueId(), e.getMessage());
            } else {
                LOG.error("Call {} lost its flow", wire.uniqueId(), e);
            }
        } finally {
            if (wholeCall() && line.asked()) {
                keyless.ended(!line.keyCame());
            }
            if (handler.door() == CallHandler.Door.CALLER) {
                spread.ended(line.shown());
            }
        }
    }

    /** A short call within the crisis path stays under the exchange's own watch: its caller waits in silence. */
    private void begin(AgiPhoneLine line, AgiWire wire) {
        switch (handler.door()) {
            case CALLER, VOLUNTEER, HOST_RUNG, DUTY -> {
                line.unwatch();
                line.knowsItsKeys();
                whomWeRang(line, name -> line.meanwhile(() -> placed.phoneOf(name)));
            }
            case ROOM_KEY -> {
                line.unwatch();
                line.knowsItsKeys();
                wire.get("KEY").chars().mapToObj(key -> Key.of((char) key)).flatMap(Optional::stream)
                        .forEach(line::pressedAhead);
            }
            case CRISIS_CALLBACK -> whomWeRang(line, placed::phoneOf);
            case NEVER_RING -> {
                // it is the call itself that is asked about, not the phone
            }
        }
    }

    /** While that can't be known the call goes on as one that hides its number. */
    private static void whomWeRang(AgiPhoneLine line, Function<String, Optional<PhoneNumber>> phones) {
        String callback = line.noted("CALLBACK_NAME");
        if (callback.isEmpty()) {
            return;
        }
        line.pressedJustNow(Key.ONE); // by which they took the call
        try {
            phones.apply(callback).ifPresent(line::rang);
        } catch (RuntimeException e) {
            if (!DatabaseOutage.isPassing(e)) {
                throw e;
            }
            LOG.info("Whom we rang is not known to call {}: {}", line.id(), e.getMessage());
        }
    }

    /** The last act; each kind of call has a variable of its own, for one may be nested in another. */
    private void tellDone(AgiWire wire) {
        switch (handler.door()) {
            case CALLER, VOLUNTEER, HOST_RUNG, DUTY -> wire.set("APP_DONE", "1");
            case ROOM_KEY -> wire.set("KEY_DONE", "1");
            case CRISIS_CALLBACK, NEVER_RING -> wire.set("CALLBACK", "kept");
        }
    }

    /** The nested calls of keys and of the crisis path belong to a call that is counted already. */
    private boolean wholeCall() {
        return switch (handler.door()) {
            case CALLER, VOLUNTEER, HOST_RUNG, DUTY -> true;
            case ROOM_KEY, CRISIS_CALLBACK, NEVER_RING -> false;
        };
    }
}
