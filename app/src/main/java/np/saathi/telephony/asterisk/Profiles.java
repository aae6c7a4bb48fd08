package np.saathi.telephony.asterisk;

import np.saathi.telephony.Seat;

/** The names of the profiles in {@code asterisk-config/confbridge.conf}. */
final class Profiles {

    private Profiles() {}

    static String user(Seat.Role role) {
        return switch (role) {
            case CALLER -> "caller";
            case HOST -> "host";
            case COACHED -> "coached";
            case LISTENER -> "listener";
        };
    }

    static String keys(Seat.Role role) {
        return role.leads() ? "host_keys" : "caller_keys";
    }
}
