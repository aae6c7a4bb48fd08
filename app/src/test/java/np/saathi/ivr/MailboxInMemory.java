package np.saathi.ivr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.message.Mailbox;
import np.saathi.telephony.Recorded;

/** One caller's messages, as long as a test lives. */
final class MailboxInMemory implements Mailbox {
    private final Map<Long, byte[]> unheard = new LinkedHashMap<>();
    private final Map<Long, byte[]> all = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private Sent next = Sent.SENT;
    private boolean full;
    private Runnable beforeLeaving = () -> {};
    private final List<Recorded> kept = new CopyOnWriteArrayList<>();
    private Optional<Unsent> unsent = Optional.empty();

    /** A volunteer has answered. */
    byte[] answer(long id) {
        byte[] sound = {(byte) id};
        unheard.put(id, sound);
        all.put(id, sound);
        return sound;
    }

    /** A recording was broken off in an earlier call. */
    byte[] brokenOff(@Nullable Long inReplyTo) {
        byte[] sound = {42};
        unsent = Optional.of(new Unsent(sound, inReplyTo));
        return sound;
    }

    /** What was broken off in this test. */
    List<Recorded> kept() {
        return kept;
    }

    /** What becomes of the next recording. */
    void takesAs(Sent sent) {
        next = sent;
    }

    /** They have sent as many as they may today. */
    void isFull() {
        full = true;
    }

    /** Something happens just before a recording is taken. */
    void whenLeaving(Runnable happens) {
        beforeLeaving = happens;
    }

    /** What was left, as {@code in reply to 7} or {@code new}. */
    List<String> left() {
        return List.copyOf(left);
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
    public boolean takesMore(AccountId caller) {
        return !full;
    }

    @Override
    public Sent leave(AccountId caller, @Nullable Long inReplyTo, Recorded recording) {
        beforeLeaving.run();
        if (next == Sent.SENT) {
            left.add(inReplyTo == null ? "new" : "in reply to " + inReplyTo);
        }
        return next;
    }

    @Override
    public void keepUnsent(AccountId caller, @Nullable Long inReplyTo, Recorded recording) {
        kept.add(recording);
    }

    @Override
    public Optional<Unsent> unsent(AccountId caller) {
        return unsent;
    }

    @Override
    public Sent sendUnsent(AccountId caller) {
        left.add("unsent");
        dropUnsent(caller);
        return next;
    }

    @Override
    public void dropUnsent(AccountId caller) {
        unsent = Optional.empty();
    }
}
