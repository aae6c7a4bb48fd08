package np.saathi.ringing;

import java.time.Instant;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.telephony.Dialler.Purpose;

/**
 * One person who is, or was, to be rung for one thing. It does not tell the number.
 *
 * @param name ours for it, random
 * @param subject what it is about, in the words of who arranged it: a session, an alert, a call
 * @param account whose phone it is; empty for who is not known
 * @param tries how often it was rung
 * @param rungAt when last
 * @param outcome of the last try; empty while it rings, and before
 * @param over whether nothing more is done
 */
public record Ring(String name, Purpose purpose, String subject, Optional<AccountId> account, Language language,
        int tries, Optional<Instant> rungAt, Optional<RingOutcome> outcome, boolean over) {

    public boolean accepted() {
        return outcome.equals(Optional.of(RingOutcome.ACCEPTED));
    }
}
