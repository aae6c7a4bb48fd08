package np.saathi.telephony;

import org.slf4j.Logger;

import np.saathi.support.DatabaseOutage;

/**
 * The rounds of a desk that looks every second whether something is to be done. A round that fails is tried again by
 * the next; the log hears of a trouble when it begins, not every second: one line while the database is away (who
 * watches the database warns of that), the whole of it when the fault is ours.
 */
public final class Rounds {
    private final Logger log;
    private final String waits;
    private boolean works = true;

    /**
     * @param log   of the desk
     * @param waits what does not happen meanwhile, as the log says it: "Alerts wait"
     */
    public Rounds(Logger log, String waits) {
        this.log = log;
        this.waits = waits;
    }

    /** One round. Nothing is thrown: a schedule would count it as a failure of its own. */
    public void make(Runnable round) {
        try {
            round.run();
            works = true;
        } catch (RuntimeException trouble) {
            if (works) {
                say(trouble);
            }
            works = false;
        }
    }

    private void say(RuntimeException trouble) {
        if (DatabaseOutage.isBehind(trouble)) {
            log.info("{} until the database answers: {}", waits, trouble.getMessage());
        } else {
            log.error("{}", waits, trouble);
        }
    }
}
