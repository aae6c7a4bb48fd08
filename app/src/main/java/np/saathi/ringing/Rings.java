package np.saathi.ringing;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountId;
import np.saathi.account.Limit;
import np.saathi.account.RateLimits;
import np.saathi.telephony.Dialler.Purpose;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.PlacedCalls;

/**
 * Where calls that the line places are arranged, called off and asked about. Each method takes part in the caller's
 * transaction, so that what was arranged is as true as what it was arranged for.
 */
@Service
public class Rings implements PlacedCalls {
    private final RingRows rows;
    private final NeverRing never;
    private final RateLimits limits;

    Rings(RingRows rows, NeverRing never, RateLimits limits) {
        this.rows = rows;
        this.never = never;
        this.limits = limits;
    }

    /** Whether a caller's phone may be rung at all: a subscriber's in Nepal, and nobody there said "never again". */
    public boolean mayRing(PhoneNumber number) {
        return number.isOfNepal() && !never.holds(number);
    }

    /**
     * Whether a call that is asked for in the crisis path would still be placed today. Who calls with somebody else's
     * number must not have them rung again and again.
     */
    public boolean mayRingInCrisis(PhoneNumber number) {
        return mayRing(number) && limits.allows(Limit.CRISIS_CALLS_TO_NUMBER, number.digits());
    }

    /**
     * Arranges a call; an earlier one to the same phone for the same subject is no more.
     *
     * @return its name
     * @throws IllegalArgumentException for a caller's phone that may not be rung
     */
    @Transactional
    public String arrange(RingWish wish) {
        if (wish.purpose().isCallers() && !mayRing(wish.number())) {
            throw new IllegalArgumentException("This phone may not be rung");
        }
        return rows.add(wish);
    }

    /** Now is the time for all that wait for this. */
    public void due(Purpose purpose, String subject) {
        rows.due(purpose, subject);
    }

    /** Nobody is rung for this any more, and nothing of it is kept. */
    public void callOff(Purpose purpose, String subject) {
        rows.delete(purpose, subject);
    }

    /** As {@link #callOff(Purpose, String)}, for one person. */
    public void callOff(Purpose purpose, String subject, AccountId account) {
        rows.delete(purpose, subject, account);
    }

    /** All that were arranged for this, the first first; of those that are over the ones of the last day. */
    public List<Ring> of(Purpose purpose, String subject) {
        return rows.of(purpose, subject);
    }

    /**
     * What a call that is here now, after its 1, was arranged for. Whoever was rung is rung no more for it.
     *
     * @return empty when it was called off meanwhile, or is too old
     */
    @Transactional
    public Optional<Ring> answered(String name) {
        rows.accept(name);
        return rows.find(name);
    }

    @Override
    public Optional<PhoneNumber> phoneOf(String callback) {
        return rows.find(callback).filter(ring -> ring.purpose().isCallers())
                .flatMap(_ -> rows.numberOf(callback));
    }

    /** Who pressed 1 does not do what they were rung for, or is gone before they could: nobody waits for them. */
    public void decline(String name) {
        rows.decline(name);
    }
}
