package np.saathi.session;

import np.saathi.telephony.RoomControl;

/**
 * Brings somebody from the duty roster into a live room, beside its host. Implemented by the module that rings; asked
 * by the host's key 0, and by whoever else finds that a room needs a supervisor.
 *
 * <p>Who accepts takes a place by {@link Sessions#takeDutySeat} and enters like a host: they hold the room and moderate
 * it. If nobody accepts, {@link Sessions#nobodyFromDuty} tells the hosts.
 */
public interface DutyIntoRoom {

    /**
     * Begins to ring, in the session's language, and returns at once. Asked again while it rings, it goes on ringing.
     *
     * @return whether somebody is being rung; if not (nobody is on duty now), the one who asked is led to the crisis
     *         path, which is more than the roster
     * @throws RoomControl.ExchangeUnreachable when there is no link to the exchange
     */
    boolean ring(long sessionId);
}
