package np.saathi.telephony.asterisk;

import org.asteriskjava.manager.event.AbstractConfbridgeEvent;

/** Asterisk's {@code ConfbridgeUnmute} event, which asterisk-java does not have. Public for its reflection only. */
public class ConfbridgeUnmuteEvent extends AbstractConfbridgeEvent {
    private static final long serialVersionUID = 1L;

    public ConfbridgeUnmuteEvent(Object source) {
        super(source);
    }
}
