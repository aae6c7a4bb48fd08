package np.saathi.telephony.asterisk;

import org.asteriskjava.manager.event.UserEvent;

/** The dialplan's {@code UserEvent(WhisperSaid)}: the last word was said. Public for asterisk-java's reflection. */
public class WhisperSaidEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    public WhisperSaidEvent(Object source) {
        super(source);
    }
}
