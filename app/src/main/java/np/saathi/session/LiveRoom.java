package np.saathi.session;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import np.saathi.telephony.Seat;

/**
 * A room as its host sees it.
 *
 * @param endsAt with what the host added
 * @param people who has a seat, hosts too, by seat
 */
public record LiveRoom(long sessionId, SessionState state, boolean locked, Instant endsAt, int extensionsLeft,
        List<Person> people) {

    /**
     * Somebody with a seat.
     *
     * @param seat 1 to 9, by which a host names a caller; 0 for a host
     * @param nickname null for who is not remembered
     * @param inRoom whether they are in the room just now; a seat is kept for who is on the crisis path
     * @param muted not to be heard, whoever did it
     * @param silenced a host did it, and only a host undoes it
     * @param hand place among the raised hands, from 1; null for none
     * @param since when the seat was taken: while no host is in, since then they have waited
     */
    public record Person(int seat, Seat.Role role, @Nullable String nickname, boolean inRoom, boolean talking,
            boolean muted, boolean silenced, @Nullable Integer hand, Instant since) {}
}
