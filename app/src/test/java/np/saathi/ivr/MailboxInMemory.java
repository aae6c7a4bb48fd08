package np.saathi.ivr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.message.Mailbox;
import np.saathi.telephony.Recorded;

/** One caller's messages, as long as a test lives. */
final class MailboxInMemory implements Mailbox {
    private final Map<Long, byte[]> unheard = new LinkedHashMap<>();
    private final Map<Long, byte[]> all = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private Sent next = Sent.SENT;
    private @Nullable Pin pin;

    /** A volunteer has answered. */
    byte[] answer(long id) {
        byte[] sound = {(byte) id};
        unheard.put(id, sound);
        all.put(id, sound);
        return sound;
    }

    void lockedBy(Pin secret) {
        pin = secret;
    }

    /** What becomes of the next recording. */
    void takesAs(Sent sent) {
        next = sent;
    }

    /** What was left, as {@code in reply to 7} or {@code new}. */
    List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public boolean hasPin(AccountId caller) {
        return pin != null;
    }

    @Override
    public boolean opens(AccountId caller, Pin tried) {
        return tried.equals(pin);
    }

    @Override
    public List<Long> unheard(AccountId caller) {
        return List.copyOf(unheard.keySet());
    }

    @Override
    public Optional<byte[]> sound(AccountId caller, long message) {
        return Optional.ofNullable(all.get(message));
    }

    @Override
    public void heard(AccountId caller, long message) {
        unheard.remove(message);
    }

    @Override
    public Sent leave(AccountId caller, @Nullable Long inReplyTo, Recorded recording) {
        if (next == Sent.SENT) {
            left.add(inReplyTo == null ? "new" : "in reply to " + inReplyTo);
        }
        return next;
    }
}
