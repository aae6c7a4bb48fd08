package np.saathi.telephony.asterisk;

import org.asteriskjava.manager.event.AbstractConfbridgeEvent;

/** Asterisk's {@code ConfbridgeMute} event, which asterisk-java does not have. Public for its reflection only. */
public class ConfbridgeMuteEvent extends AbstractConfbridgeEvent {
    private static final long serialVersionUID = 1L;

    public ConfbridgeMuteEvent(Object source) {
        super(source);
    }
}
