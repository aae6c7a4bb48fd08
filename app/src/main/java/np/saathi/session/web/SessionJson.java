package np.saathi.session.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.account.Role;
import np.saathi.account.SignedIn;
import np.saathi.session.CancelReason;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;

/**
 * A session as it is told.
 *
 * @param volunteers ids of who is to host; told to staff only, since an id is half of what opens an account: for callers
 *        the list is empty
 * @param seriesId the same for all weeks of a weekly session
 */
record SessionJson(long id, String category, String language, String title, Instant startsAt, int durationMinutes,
        int capacity, List<String> volunteers, SessionState state, int version, @Nullable CancelReason cancelReason,
        @Nullable Long seriesId) {

    static SessionJson of(PeerSession session, SignedIn forWhom) {
        List<String> volunteers = forWhom.role() == Role.USER
                ? List.of()
                : session.hosts().stream().map(AccountId::value).sorted().toList();
        return new SessionJson(session.id(), session.category(), session.language().code(), session.title(),
                session.startsAt(), session.durationMinutes(), session.capacity(), volunteers, session.state(),
                session.version(), session.cancelReason().orElse(null), session.series().orElse(null));
    }
}
