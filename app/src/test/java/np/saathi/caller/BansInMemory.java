package np.saathi.caller;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.telephony.PhoneNumber;

/** Bans of phones, for as long as a test takes. */
public final class BansInMemory extends Bans {
    private final Map<PhoneNumber, Ban> bans = new HashMap<>();
    private final Clock clock;

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public BansInMemory(Clock clock) {
        super(null, null, null, null, clock);
        this.clock = clock;
    }

    public void ban(String number, Ban.Reason reason, Duration left) {
        bans.put(PhoneNumber.parse(number).orElseThrow(), new Ban(1, 0, reason, new AccountId("999999"),
                clock.instant(), clock.instant().plus(left), clock.instant(), Optional.empty()));
    }

    /** Here a ban is known by the phone alone. */
    @Override
    public boolean holdOnPhonesOf(AccountId account) {
        return false;
    }

    @Override
    public Optional<Ban> on(Optional<PhoneNumber> number) {
        return number.map(bans::get).filter(ban -> ban.until().isAfter(clock.instant()));
    }
}
