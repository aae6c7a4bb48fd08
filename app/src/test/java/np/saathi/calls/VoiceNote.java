package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;

import java.time.Duration;

import np.saathi.account.AccountId;
import np.saathi.dev.pstn.Phone;

/** What somebody says where the line asks them to speak. */
final class VoiceNote {
    /** Two seconds or less are taken for a slip. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    private VoiceNote() {}

    /** From the invitation, which is not cut, to the question what is to become of it. */
    static void isSaid(Phone phone, String invitation, String language, int hertz) {
        begins(phone, invitation, language, hertz);
        phone.isQuiet();
        phone.presses("#");
        phone.heard().awaitPrompt("message.keys", language, SOON);
    }

    /** How many of this person's, broken off, wait for them. */
    static int unsent(AccountId who, TestLine line) {
        return line.database().sql("SELECT COUNT(*) FROM unsent_voice WHERE account_id = ?").param(who.value())
                .query(Integer.class).single();
    }

    /** As much of it as would be kept if the call broke off now. */
    static void begins(Phone phone, String invitation, String language, int hertz) {
        phone.heard().awaitEndOf(phone.heard().awaitPrompt(invitation, language, SOON), SOON);
        phone.speaks(hertz);
        Span.of(phone, LONG_ENOUGH);
    }
}
