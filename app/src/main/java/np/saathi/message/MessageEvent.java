package np.saathi.message;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import np.saathi.prompt.Language;

/** What happened to messages and somebody else should know. Published in the transaction that made it true. */
public sealed interface MessageEvent {

    Instant at();

    /** Nobody has opened a caller's message for 12 hours: an admin is to be rung. Told once. */
    record Unheard(long messageId, Language language, @Nullable String category, Instant sentAt,
            Instant at) implements MessageEvent {}
}
