package np.saathi.session.web;

import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import np.saathi.session.ModerationAct;
import np.saathi.session.ModerationAct.Action;
import np.saathi.session.PeerSession;

/**
 * What a host asks for in their room.
 *
 * @param seat needed for all that is done to one person
 * @param minutes by how much to extend; 10 unless told
 */
record ModerationJson(@NotNull Action action, @Nullable @Min(1) @Max(9) Integer seat,
        @Nullable @Min(1) @Max(PeerSession.EXTENSION_MINUTES) Integer minutes) {

    int minutesOrUsual() {
        return minutes == null ? PeerSession.EXTENSION_MINUTES : minutes;
    }

    /** What was done, for the activity list. */
    record Done(long sessionId, Action action, @Nullable Integer seat, @Nullable Integer minutes, Instant at) {

        static Done of(ModerationAct act) {
            return new Done(act.sessionId(), act.action(), act.seat(), act.minutes(), act.at());
        }
    }
}
