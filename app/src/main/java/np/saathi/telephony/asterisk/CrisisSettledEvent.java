package np.saathi.telephony.asterisk;

import org.asteriskjava.manager.event.UserEvent;

/** The dialplan's {@code UserEvent(CrisisSettled)}: a crisis record waits. Public for asterisk-java's reflection. */
public class CrisisSettledEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    public CrisisSettledEvent(Object source) {
        super(source);
    }
}
