package np.saathi.ivr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;
import np.saathi.message.VolunteerMailbox;
import np.saathi.telephony.Recorded;

/** Callers' messages, as long as a test lives. */
final class VolunteerMailboxInMemory implements VolunteerMailbox {
    private final Map<Long, byte[]> messages = new LinkedHashMap<>();
    private final List<String> done = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private Optional<Unsent> unsent = Optional.empty();
    private Sent next = Sent.SENT;

    /** A caller has written. */
    byte[] written(long id) {
        byte[] sound = {(byte) id};
        messages.put(id, sound);
        return sound;
    }

    /** Another volunteer has opened it. */
    void taken(long id) {
        taken.add(id);
    }

    /** What becomes of the next answer. */
    void takesAs(Sent sent) {
        next = sent;
    }

    /** An answer to this message was broken off in an earlier call. */
    byte[] brokenOff(long inReplyTo) {
        byte[] sound = {42};
        unsent = Optional.of(new Unsent(sound, inReplyTo));
        return sound;
    }

    /** What was broken off in this test, as {@code to 7}. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    /** What was done, in order: {@code open 7}, {@code answer 7}, {@code give back 7}. */
    List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public List<Long> waiting(AccountId volunteer) {
        return List.copyOf(messages.keySet());
    }

    @Override
    public Optional<byte[]> open(AccountId volunteer, long message) {
        done.add("open " + message);
        return Optional.ofNullable(messages.get(message)).filter(_ -> !taken.contains(message));
    }

    @Override
    public void giveBack(AccountId volunteer, long message) {
        done.add("give back " + message);
    }

    @Override
    public Sent answer(AccountId volunteer, long message, Recorded recording) {
        done.add("answer " + message);
        return next;
    }

    @Override
    public void keepUnsent(AccountId volunteer, @Nullable Long inReplyTo, Recorded recording) {
        kept.add("to " + inReplyTo);
    }

    @Override
    public Optional<Unsent> unsent(AccountId volunteer) {
        return unsent;
    }

    @Override
    public Sent sendUnsent(AccountId volunteer) {
        done.add("send unsent");
        dropUnsent(volunteer);
        return next;
    }

    @Override
    public void dropUnsent(AccountId volunteer) {
        unsent = Optional.empty();
    }
}
