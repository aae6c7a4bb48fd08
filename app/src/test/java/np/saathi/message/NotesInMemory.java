package np.saathi.message;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import np.saathi.account.AccountId;
import np.saathi.telephony.Recorded;

/** Voice notes that were broken off, of one person, as long as a test lives. */
public final class NotesInMemory implements UnsentNotes {
    private final Map<Kind, Note> notes = new EnumMap<>(Kind.class);
    private CountDownLatch kept = new CountDownLatch(1);

    @Override
    public synchronized void keep(AccountId who, Kind kind, long about, Recorded recording) {
        notes.put(kind, new Note(about, new byte[]{9}));
        kept.countDown();
    }

    @Override
    public synchronized Optional<Note> find(AccountId who, Kind kind) {
        return Optional.ofNullable(notes.get(kind));
    }

    @Override
    public synchronized void drop(AccountId who, Kind kind) {
        notes.remove(kind);
        kept = new CountDownLatch(1);
    }

    /** A note is kept beside the call: waits until it is. */
    public CountDownLatch kept() {
        return kept;
    }
}
