package np.saathi.telephony.asterisk;

import java.util.Optional;

import org.asteriskjava.manager.action.GetVarAction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.telephony.CallId;
import np.saathi.telephony.PhonesInCalls;
import np.saathi.telephony.TelephonyEvent.Snapshot;

/** Reads from calls that an earlier process of the app led which phone each is: a keyed hash, never a number. */
@Component
class NotedPhones {
    private final AmiLink link;
    private final Channels channels;
    private final PhonesInCalls phones;

    NotedPhones(AmiLink link, Channels channels, PhonesInCalls phones) {
        this.link = link;
        this.channels = channels;
        this.phones = phones;
    }

    @EventListener
    void on(Snapshot snapshot) {
        snapshot.calls().forEach(call -> noted(call).ifPresent(hash -> phones.inCall(call, hash)));
    }

    private Optional<String> noted(CallId call) {
        return channels.nameOf(call)
                .map(name -> link.exchange().send(new GetVarAction(Guard.name(name), PhonesInCalls.NOTE)))
                .map(answer -> answer.getAttribute("Value")).filter(hash -> hash.matches("[0-9a-f]{64}"));
    }
}
