package np.saathi.telephony;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import np.saathi.dev.DefaultProperties;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;

/**
 * A caller whose whole call is written down beforehand, without telephone and without time. Each answer is what is
 * pressed at the next question (several keys: the others are pressed ahead; empty: silence; {@link #HANGS_UP} anywhere
 * in it: the line goes dead there). When the answers are used up the caller is silent for ever.
 *
 * <p>It obeys the same contract as the real line: {@code PhoneLineContract} is run by both.
 */
public final class ScriptedCaller implements PhoneLine {
    /** Put into an answer: here the caller hangs up. */
    public static final String HANGS_UP = "!";

    /** How a call ended, as the exchange sees it. */
    public enum Ending {
        /** The flow came to its end. */
        DONE,
        /** The exchange says the crisis numbers and ends the call. */
        NUMBERS_AND_END,
        /** The crisis path. */
        HELP, HUNG_UP, DECLINED
    }

    private static final DialogueTimeouts TIMEOUTS = DefaultProperties.of(DialogueTimeouts.class);

    private final KeyScript script = new KeyScript();
    private final Keypad keypad = new Keypad();
    private final Deque<Function<Seat, Departure>> stays = new ArrayDeque<>();
    private final Map<String, String> notes = new HashMap<>();
    private final List<String> heard = new ArrayList<>();
    private final List<Step> reached = new ArrayList<>();
    private final List<Seat> entered = new ArrayList<>();
    private final List<Path> played = new ArrayList<>();
    private final List<byte[]> sounds = new ArrayList<>();
    private CallId id = new CallId("call-1");
    private Optional<PhoneNumber> number = PhoneNumber.parse("9779841000001");
    private Language language = Language.NEPALI;
    private Step step = Step.START;
    private Optional<Departure> leftBehind = Optional.empty();
    private @Nullable Path recordings;
    private @Nullable String goneBefore;
    private boolean backFromCrisis;
    private boolean numbersAndEnd;

    private ScriptedCaller() {}

    public static ScriptedCaller whoPresses(String... answers) {
        return new ScriptedCaller().thenPresses(answers);
    }

    /** More answers, after those that are left. */
    public ScriptedCaller thenPresses(String... more) {
        script.answers(more);
        return this;
    }

    public ScriptedCaller named(String call) {
        id = new CallId(call);
        return this;
    }

    public ScriptedCaller from(String callingNumber) {
        number = PhoneNumber.parse(callingNumber);
        return this;
    }

    public ScriptedCaller withheld() {
        number = Optional.empty();
        return this;
    }

    /** The call is met at this checkpoint, by another process than the one that began it. */
    public ScriptedCaller metAt(Step checkpoint) {
        step = checkpoint;
        return this;
    }

    /** The call comes back from the crisis path. */
    public ScriptedCaller backFromCrisis() {
        backFromCrisis = true;
        keypad.clear();
        return this;
    }

    /** While nobody of ours was there, the call left its room in this way. */
    public ScriptedCaller leftBehind(Departure departure) {
        leftBehind = Optional.of(departure);
        return this;
    }

    /** Presses these keys in the middle of that sentence, the next time it is said. */
    public ScriptedCaller pressing(String keys, Prompt during) {
        return pressing(keys, during.key());
    }

    public ScriptedCaller pressing(String keys, String duringKey) {
        script.whileHearing(duringKey, () -> keys);
        return this;
    }

    /** Something happens elsewhere in the middle of that sentence, the next time it is said. */
    public ScriptedCaller whenHearing(Prompt sentence, Runnable happens) {
        script.whileHearing(sentence.key(), () -> {
            happens.run();
            return "";
        });
        return this;
    }

    /** Presses these keys while the app works, the next time it does so. */
    public ScriptedCaller pressingWhileTheAppWorks(String keys) {
        script.whileWorking(keys);
        return this;
    }

    /** Pressed before the line was listened to. */
    public ScriptedCaller pressedAhead(String keys) {
        keypad.press(keys);
        return this;
    }

    /** What happens in the next room, and how the caller comes out of it; {@link #hangsUp} within it ends the call. */
    public ScriptedCaller inTheRoom(Function<Seat, Departure> stay) {
        stays.add(stay);
        return this;
    }

    public ScriptedCaller leavesTheRoomBy(Departure departure) {
        return inTheRoom(_ -> departure);
    }

    public ScriptedCaller hangsUpInTheRoom() {
        return inTheRoom(_ -> {
            hangsUp();
            return Departure.LEFT;
        });
    }

    public ScriptedCaller noting(String name, String value) {
        notes.put(name, value);
        return this;
    }

    /** The line is lost in the moment in which this would be noted on it. */
    public ScriptedCaller goneBeforeNoting(String name) {
        goneBefore = name;
        return this;
    }

    /** Recordings are files in this directory; without it they are files that don't exist. */
    public ScriptedCaller recordingInto(Path directory) {
        recordings = directory;
        return this;
    }

    public void hangsUp() {
        keypad.hangUp();
    }

    /** Presses these keys now, whatever the line is doing. */
    public void presses(String keys) {
        keypad.press(keys);
    }

    /** Lives through the flow as the adapter would let it. */
    public Ending calls(CallHandler flow) {
        try {
            flow.answer(this);
            return numbersAndEnd ? Ending.NUMBERS_AND_END : Ending.DONE;
        } catch (HelpPressed e) {
            return Ending.HELP;
        } catch (CallerHungUp e) {
            return Ending.HUNG_UP;
        } catch (CallHandler.Declined e) {
            return Ending.DECLINED;
        }
    }

    /** The keys of all pieces of which at least the beginning was heard, in order. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** As {@link #heard}, from now on only. */
    public void forgetsWhatWasHeard() {
        heard.clear();
    }

    /** Every checkpoint set, in order. */
    public List<Step> reached() {
        return List.copyOf(reached);
    }

    /** Every entry into a room, in order. */
    public List<Seat> entered() {
        return List.copyOf(entered);
    }

    public List<byte[]> sounds() {
        return List.copyOf(sounds);
    }

    public List<Path> played() {
        return List.copyOf(played);
    }

    /** How many questions were asked that the caller had time to answer. */
    public int questions() {
        return script.questions();
    }

    @Override
    public CallId id() {
        return id;
    }

    @Override
    public Optional<PhoneNumber> number() {
        return number;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public DialogueTimeouts timeouts() {
        return TIMEOUTS;
    }

    @Override
    public void speak(Language newLanguage) {
        keypad.mustBeUp();
        language = newLanguage;
    }

    @Override
    public Step step() {
        keypad.mustBeUp();
        return step;
    }

    @Override
    public void reach(Step checkpoint) {
        keypad.mustBeUp();
        step = checkpoint;
        reached.add(checkpoint);
    }

    @Override
    public void say(Spoken words) {
        keypad.mustBeListening();
        if (keypad.isUntouched()) {
            hear(words);
        }
    }

    @Override
    public Optional<Key> ask(Spoken words, Duration silence) {
        keypad.mustBeListening();
        if (keypad.isUntouched()) {
            hear(words);
        }
        if (keypad.isUntouched() && script.canAnswer(silence)) {
            keypad.pressedNow(script.answer());
        }
        return keypad.next();
    }

    @Override
    public Optional<Key> askFor(Set<Key> keys, Spoken words, Duration silence) {
        keypad.mustBeListening();
        forgetKeys();
        for (String piece : words.keys()) {
            heard.add(piece);
            Optional<Key> key = keypad.firstOf(keys, script.reactionTo(piece));
            if (key.isPresent()) {
                return key;
            }
        }
        return script.canAnswer(silence) ? keypad.firstOf(keys, script.answer()) : Optional.empty();
    }

    @Override
    public void forgetKeys() {
        keypad.forget();
    }

    @Override
    public <T> T meanwhile(Callable<T> work) {
        keypad.mustBeListening();
        T result = keypad.whileListening(() -> done(work));
        keypad.pressedNow(script.keyWhileWorking());
        return result;
    }

    @Override
    public Recorded record(Duration limit) {
        keypad.mustBeListening();
        String keys = script.answer();
        // The key that ends it is no answer to what comes after it; a 0 is still to be thrown.
        keypad.press(keys.startsWith("0") || keys.isEmpty() ? keys : keys.substring(keys.startsWith(HANGS_UP) ? 0 : 1));
        return new Recorded(file(), keys.isEmpty() ? limit : limit.dividedBy(2));
    }

    @Override
    public void play(Path wav, Duration length) {
        keypad.mustBeListening();
        if (keypad.isUntouched()) {
            played.add(wav);
        }
    }

    @Override
    public void play(byte[] alaw) {
        keypad.mustBeListening();
        if (keypad.isUntouched()) {
            sounds.add(alaw);
        }
    }

    @Override
    public Departure enter(Seat seat) {
        keypad.mustBeListening();
        forgetKeys();
        entered.add(seat);
        if (stays.isEmpty()) {
            throw new AssertionError("Nobody told how this caller leaves the room");
        }
        Departure departure = stays.remove().apply(seat);
        keypad.mustBeUp();
        return departure;
    }

    @Override
    public Optional<Departure> departure() {
        keypad.mustBeUp();
        Optional<Departure> how = leftBehind;
        leftBehind = Optional.empty();
        return how;
    }

    @Override
    public boolean interrupted() {
        keypad.mustBeUp();
        return step != Step.START && !backFromCrisis;
    }

    @Override
    public String noted(String name) {
        keypad.mustBeUp();
        return notes.getOrDefault(name, "");
    }

    @Override
    public void note(String name, String word) {
        if (name.equals(goneBefore)) {
            throw new CallerHungUp();
        }
        keypad.mustBeUp();
        notes.put(name, word);
    }

    @Override
    public void sayNumbersAndEnd() {
        keypad.mustBeUp();
        numbersAndEnd = true;
    }

    private void hear(Spoken words) {
        for (String piece : words.keys()) {
            heard.add(piece);
            keypad.pressedNow(script.reactionTo(piece));
            if (!keypad.isUntouched()) {
                return;
            }
        }
    }

    private Path file() {
        Path directory = recordings;
        try {
            return directory == null
                    ? Path.of("no-such-recording.wav")
                    : Files.createTempFile(directory, "recording", ".wav");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> T done(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
