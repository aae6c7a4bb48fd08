package np.saathi.telephony.asterisk;

import org.asteriskjava.manager.action.OriginateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import np.saathi.telephony.RoomControl.ExchangeUnreachable;
import np.saathi.telephony.TelephonyEvent;

/** Has Asterisk call us with its crisis notes: when one was made, and after every time that we were away. */
@Component
class CrisisCollector {
    private static final Logger LOG = LoggerFactory.getLogger(CrisisCollector.class);
    private final AmiLink link;
    private final CrisisNotes notes;

    CrisisCollector(AmiLink link, CrisisNotes notes) {
        this.link = link;
        this.notes = notes;
    }

    @Scheduled(fixedDelay = 10_000)
    void collectWhatWasLeft() {
        if (notes.left()) {
            collect();
        }
    }

    @EventListener({TelephonyEvent.CrisisSettled.class, TelephonyEvent.Snapshot.class})
    void collect() {
        OriginateAction call = new OriginateAction();
        call.setChannel("Local/s@crisis-collect/n");
        call.setApplication("Wait");
        call.setData("10");
        call.setAsync(true);
        try {
            link.exchange().order(call);
        } catch (ExchangeUnreachable e) {
            LOG.warn("Crisis notes stay on the exchange until the next link: {}", e.getMessage());
        }
    }
}
