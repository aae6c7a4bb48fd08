package np.saathi.telephony;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The keys that a {@link ScriptedCaller} pressed and nobody took yet, and whether the line is still up. */
final class Keypad {
    private final Deque<Key> ahead = new ArrayDeque<>();
    private boolean hungUp;
    private boolean listenedTo;

    void hangUp() {
        hungUp = true;
    }

    void press(String keys) {
        for (char symbol : keys.toCharArray()) {
            if (ScriptedCaller.HANGS_UP.indexOf(symbol) >= 0) {
                hungUp = true;
                return;
            }
            ahead.add(Key.of(symbol).orElseThrow());
        }
    }

    /** Presses keys while the line listens: a 0 that comes first, and hanging up with nothing pressed, end the verb. */
    void pressedNow(String keys) {
        press(keys);
        if (ahead.peek() == Key.ZERO) {
            ahead.clear();
            throw new HelpPressed();
        }
        if (ahead.isEmpty()) {
            mustBeUp();
        }
    }

    /** Presses keys of which only some count; the others are dropped. */
    Optional<Key> firstOf(Set<Key> counting, String keys) {
        press(keys);
        while (!ahead.isEmpty()) {
            Key key = ahead.remove();
            if (key == Key.ZERO) {
                throw new HelpPressed();
            }
            if (counting.contains(key)) {
                return Optional.of(key);
            }
        }
        mustBeUp();
        return Optional.empty();
    }

    boolean isUntouched() {
        return ahead.isEmpty();
    }

    Optional<Key> next() {
        return Optional.ofNullable(ahead.poll());
    }

    /** While the app works the line is listened to, and does nothing else. */
    <T> T whileListening(Supplier<T> work) {
        listenedTo = true;
        try {
            return work.get();
        } finally {
            listenedTo = false;
        }
    }

    void mustBeUp() {
        if (listenedTo) {
            throw new IllegalStateException("the line is listened to while the app works");
        }
        if (hungUp) {
            throw new CallerHungUp();
        }
    }

    /** What every verb does first: a line that is gone, and a 0 that was pressed ahead, count before all else. */
    void mustBeListening() {
        mustBeUp();
        helpFirst();
    }

    void forget() {
        helpFirst();
        ahead.clear();
    }

    void clear() {
        ahead.clear();
    }

    private void helpFirst() {
        if (ahead.contains(Key.ZERO)) {
            ahead.clear();
            throw new HelpPressed();
        }
    }
}
