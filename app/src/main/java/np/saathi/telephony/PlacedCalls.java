package np.saathi.telephony;

import java.util.Optional;

/** Knows which phone a call of ours went to. The exchange does not tell: no number is on a channel. */
public interface PlacedCalls {

    /**
     * @param callback our name for the call
     * @return the number of a caller who asked to be rung, until that call is over; never one of the staff
     */
    Optional<PhoneNumber> phoneOf(String callback);
}
