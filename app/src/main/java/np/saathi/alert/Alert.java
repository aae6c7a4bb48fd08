package np.saathi.alert;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/**
 * Something that must not wait.
 *
 * @param category what the session is about, if it is about one
 * @param volunteer whom it is about, if they are one; never a caller
 * @param rounds how often the whole roster was rung
 * @param takenBy whose phone of the roster took it
 * @param handledAt when an admin marked it as done
 */
public record Alert(long id, int version, AlertKind kind, AlertState state, @Nullable Long sessionId,
        @Nullable String category, Language language, @Nullable AccountId volunteer, Instant raisedAt, int rounds,
        @Nullable Instant takenAt, @Nullable String takenBy, @Nullable Instant handledAt,
        @Nullable AccountId handledBy) {}
