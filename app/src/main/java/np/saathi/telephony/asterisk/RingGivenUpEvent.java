package np.saathi.telephony.asterisk;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/** The dialplan's {@code UserEvent(RingGivenUp,Callback: …)}. Public for asterisk-java's reflection. */
public class RingGivenUpEvent extends UserEvent {
    private static final long serialVersionUID = 1L;
    private @Nullable String callback;

    public RingGivenUpEvent(Object source) {
        super(source);
    }

    public @Nullable String getCallback() {
        return callback;
    }

    public void setCallback(String callback) {
        this.callback = callback;
    }
}
