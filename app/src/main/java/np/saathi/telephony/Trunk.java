package np.saathi.telephony;

import java.util.Optional;

/** The line's way to the telephone network, as the exchange sees it. */
public interface Trunk {

    /** How it stood a few seconds ago at most; empty while the exchange can't be reached. */
    Optional<State> state();

    /**
     * @param reachable whether its other end answered when it was last asked, less than half a minute ago; empty before
     *     it was asked for the first time
     * @param calls of callers and volunteers, and those that we placed and somebody took: what the exchange counts when
     *     it decides that all lines are busy. The crisis path's own legs are none of them
     */
    record State(Optional<Boolean> reachable, int calls) {}
}
