package np.saathi.session;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.telephony.CallId;

/** What callers tell of their rooms, and what admins do about it. */
@Service
public class RoomFlags {
    private final RoomFlagRows rows;
    private final ParticipantRepository participants;
    private final Sittings sittings;
    private final Clock clock;

    RoomFlags(RoomFlagRows rows, ParticipantRepository participants, Sittings sittings, Clock clock) {
        this.rows = rows;
        this.participants = participants;
        this.sittings = sittings;
        this.clock = clock;
    }

    /**
     * Notes it for admins and tells at once who is to act: of {@link RoomFlag.Kind#SOMEBODY} the host, of
     * {@link RoomFlag.Kind#HOST} the duty admin by {@link SessionEvent.HostComplainedOf}. A call without a seat tells of
     * no room: nothing happens.
     */
    public void raise(RoomFlag.Kind kind, CallId call) {
        participants.findByCallIdAndLeftAtIsNull(call)
                .ifPresent(seat -> sittings.at(clock.instant(), seat.sessionId(), sitting -> {
                    if (rows.raise(seat.sessionId(), kind, sitting.now())) {
                        sitting.somethingIsWrong(kind);
                    }
                }));
    }

    public Optional<RoomFlag> find(long id) {
        return rows.find(id);
    }

    /** @param handled whether an admin has looked at it; null for all. The latest first. */
    public List<RoomFlag> list(@Nullable Boolean handled, long offset, int size) {
        return rows.list(handled, offset, size);
    }

    public long count(@Nullable Boolean handled) {
        return rows.count(handled);
    }

    /**
     * An admin has looked at it, or it is to be looked at again.
     *
     * @param version that they saw
     * @throws OptimisticLockingFailureException when it was told again or handled since
     */
    public RoomFlag handle(long id, int version, boolean handled, AccountId by) {
        rows.handle(id, version, handled ? by : null, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return find(id).orElseThrow();
    }
}
