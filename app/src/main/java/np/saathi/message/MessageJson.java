package np.saathi.message;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Role;
import np.saathi.account.SignedIn;
import np.saathi.prompt.Language;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;

/**
 * A message as it is told.
 *
 * @param from who wrote it, {@code CALLER} or {@code VOLUNTEER}; to a caller volunteers are all one
 * @param caller whose thread it is in; told to volunteers, as they answer by it
 * @param nickname the caller's
 * @param text only to who may read it now; none for voice
 * @param seconds of the voice; none for text
 * @param mine whether it is the reader's own, or a volunteer has it open
 * @param heldUntil how long it is theirs
 */
record MessageJson(long id, Writer from, @Nullable String caller, @Nullable String nickname, String language,
        @Nullable String category, @Nullable Long sessionId, @Nullable Long inReplyTo, @Nullable String text,
        @Nullable Integer seconds, Instant sentAt, Message.Status status, boolean mine, @Nullable Instant heldUntil) {

    /** Who wrote it. */
    enum Writer {
        CALLER, VOLUNTEER
    }

    /** Makes them, with as much as the reader may know. */
    @Component
    static class Maker {
        private final Messages messages;
        private final Accounts accounts;
        private final PromptCatalog prompts;
        private final Clock clock;

        Maker(Messages messages, Accounts accounts, PromptCatalog prompts, Clock clock) {
            this.messages = messages;
            this.accounts = accounts;
            this.prompts = prompts;
            this.clock = clock;
        }

        MessageJson of(Message message, SignedIn reader) {
            boolean caller = reader.role() == Role.USER;
            boolean mine = caller ? message.fromCaller() : messages.isReadable(message, reader.id());
            return new MessageJson(message.id(), message.fromCaller() ? Writer.CALLER : Writer.VOLUNTEER,
                    caller ? null : message.caller().value(),
                    caller ? null : nickname(message.caller(), message.language()), message.language().code(),
                    message.category(), message.sessionId(), message.inReplyTo(),
                    caller || mine ? messages.text(message).orElse(null) : null, message.seconds(), message.sentAt(),
                    message.status(clock.instant()), mine, caller || !mine ? null : message.heldUntil());
        }

        private @Nullable String nickname(AccountId account, Language language) {
            return accounts.find(account).map(found -> found.nickname())
                    .map(name -> prompts.text(Spoken.nickname(name.first(), name.second()), language)).orElse(null);
        }
    }
}
