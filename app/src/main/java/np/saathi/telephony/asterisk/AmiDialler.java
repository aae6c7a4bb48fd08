package np.saathi.telephony.asterisk;

import org.asteriskjava.manager.action.OriginateAction;
import org.springframework.stereotype.Component;

import np.saathi.prompt.Language;
import np.saathi.telephony.Dialler;
import np.saathi.telephony.PhoneNumber;

/**
 * Outbound calls go by AMI Originate, not by the dialplan's Dial: that one would show the number in events and channel
 * lists (R9).
 */
@Component
class AmiDialler implements Dialler {
    private static final long RING_MILLIS = 30_000;
    private final AmiLink link;

    AmiDialler(AmiLink link) {
        this.link = link;
    }

    @Override
    public void ringBack(String callback, PhoneNumber number, Language language) {
        link.exchange().order(ring(callback, number, language));
    }

    @Override
    public void ringToJoin(String callback, PhoneNumber number, Language language) {
        OriginateAction ring = ring(callback, number, language);
        ring.setVariable("JOIN_CALLBACK", Guard.name(callback));
        link.exchange().order(ring);
    }

    /** To the dialplan's [callback], which says the same neutral words to both. */
    private static OriginateAction ring(String callback, PhoneNumber number, Language language) {
        OriginateAction ring = new OriginateAction();
        ring.setChannel("PJSIP/" + Guard.name(number.digits()) + "@trunk");
        ring.setContext("callback");
        ring.setExten("s");
        ring.setPriority(1);
        ring.setTimeout(RING_MILLIS);
        ring.setAsync(true);
        ring.setVariable("CALLBACK_NAME", Guard.name(callback));
        ring.setVariable("CHANNEL(language)", language.code());
        return ring;
    }
}
