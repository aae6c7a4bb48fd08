package np.saathi.ringing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import np.saathi.identity.KeyedHash;
import np.saathi.identity.NumberHasher;
import np.saathi.telephony.CallId;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.PhonesInCalls;
import np.saathi.telephony.TelephonyEvent;

/** Which phones are in a call with the line now, by keyed hash and in memory only. */
@Component
class PhonesHere implements PhonesInCalls {
    /** A call that began while a snapshot was taken may be missing in it. */
    private static final Duration MAY_BE_MISSING = Duration.ofSeconds(10);
    private final Map<CallId, String> calls = new ConcurrentHashMap<>();
    private final NumberHasher hasher;

    PhonesHere(NumberHasher hasher) {
        this.hasher = hasher;
    }

    @Override
    public String inCall(CallId call, PhoneNumber phone) {
        String hash = hasher.hash(phone).hex();
        calls.put(call, hash);
        return hash;
    }

    @Override
    public void inCall(CallId call, String hash) {
        calls.putIfAbsent(call, hash);
    }

    /** When the latest call with this phone that goes on began; empty when there is none. */
    Optional<Instant> inCallSince(PhoneNumber phone) {
        var hashes = hasher.everyVersion(phone).stream().map(KeyedHash::hex).toList();
        return calls.entrySet().stream().filter(call -> hashes.contains(call.getValue()))
                .map(call -> call.getKey().madeAt().orElse(Instant.EPOCH)).max(Instant::compareTo);
    }

    @EventListener
    void on(TelephonyEvent event) {
        if (event instanceof TelephonyEvent.HungUp over) {
            calls.remove(over.call());
        } else if (event instanceof TelephonyEvent.Snapshot snapshot) {
            Instant before = snapshot.at().minus(MAY_BE_MISSING);
            calls.keySet().removeIf(call -> !snapshot.calls().contains(call)
                    && call.madeAt().map(before::isAfter).orElse(true));
        }
    }
}
