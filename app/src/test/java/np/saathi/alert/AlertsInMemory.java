package np.saathi.alert;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import np.saathi.prompt.Language;
import np.saathi.session.PeerSession;

/** Alerts that a test raises, each with the call that was placed for it. */
public final class AlertsInMemory extends Alerts {
    private final Map<String, Alert> calls = new HashMap<>();
    private final List<String> left = new ArrayList<>();
    private final Clock clock;
    private @Nullable String takenBy;

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public AlertsInMemory(Clock clock) {
        super(null, null, clock);
        this.clock = clock;
    }

    public void rings(String callback, AlertKind kind, @Nullable PeerSession session) {
        calls.put(callback, new Alert(1, 0, kind, AlertState.OPEN, session == null ? null : session.id(),
                session == null ? null : session.category(), Language.NEPALI, null, clock.instant(), 0, null, null,
                null, null));
    }

    /** By which call it was taken; null while nobody did. */
    public @Nullable String takenBy() {
        return takenBy;
    }

    public void takenBy(String somebodyElse) {
        takenBy = somebodyElse;
    }

    @Override
    public Optional<Alert> rung(String callback) {
        return Optional.ofNullable(calls.get(callback));
    }

    /** Calls whose people left it to others. */
    public List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public void leave(String callback) {
        left.add(callback);
    }

    @Override
    public boolean take(Alert alert, String callback) {
        boolean first = takenBy == null;
        takenBy = first ? callback : takenBy;
        return first;
    }
}
