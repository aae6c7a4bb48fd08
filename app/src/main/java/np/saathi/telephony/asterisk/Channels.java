package np.saathi.telephony.asterisk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import np.saathi.telephony.CallId;

/** Knows by which channel name Asterisk reaches a call: AMI takes names, we keep unique ids. */
class Channels {
    private final Map<CallId, String> names = new ConcurrentHashMap<>();

    void learn(CallId call, String channelName) {
        names.put(call, channelName);
    }

    void forget(CallId call) {
        names.remove(call);
    }

    Optional<String> nameOf(CallId call) {
        return Optional.ofNullable(names.get(call));
    }
}
