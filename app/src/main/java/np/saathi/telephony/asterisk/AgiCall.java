package np.saathi.telephony.asterisk;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;

import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import np.saathi.telephony.CallHandler;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;

/**
 * Runs a flow for one call and tells the dialplan how it ended, in one of three ways: {@code APP_DONE=1} (hang up),
 * {@code MOVE=…} (the exchange goes on by itself), or nothing at all (something is wrong here: try again).
 */
class AgiCall implements AgiScript {
    private static final Logger LOG = LoggerFactory.getLogger(AgiCall.class);

    private final CallHandler handler;
    private final AgiPhoneLine.WordLengths lengths;
    private final Path recordings;
    private final Drain drain;
    private final Channels channels;
    private final Semaphore free;

    AgiCall(CallHandler handler, AgiPhoneLine.WordLengths lengths, Path recordings, Drain drain, Channels channels,
            Semaphore free) {
        this.handler = handler;
        this.lengths = lengths;
        this.recordings = recordings;
        this.drain = drain;
        this.channels = channels;
        this.free = free;
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
        AgiPhoneLine line = new AgiPhoneLine(wire, lengths, recordings, drain);
        try {
            channels.learn(line.id(), wire.channelName());
            line.unwatch();
            handler.answer(line);
            if (!line.endsByExchange()) {
                wire.set("APP_DONE", "1");
            }
        } catch (HelpPressed e) {
            wire.set("MOVE", "crisis");
        } catch (Drain.Draining e) {
            LOG.debug("Call {} goes back to the exchange", wire.uniqueId());
        } catch (CallerHungUp e) {
            throw e;
        } catch (RuntimeException e) {
            // without APP_DONE the dialplan tries again from the call's step, and then serves the crisis choices
            LOG.error("Call {} lost its flow", wire.uniqueId(), e);
        }
    }

    /** The nested calls of keys and of the crisis path belong to a call that is counted already. */
    private boolean wholeCall() {
        return handler.door() == CallHandler.Door.CALLER || handler.door() == CallHandler.Door.VOLUNTEER;
    }
}
