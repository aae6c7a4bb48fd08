package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import np.saathi.prompt.Language;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallId;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.Departure;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;
import np.saathi.telephony.Recorded;
import np.saathi.telephony.Seat;
import np.saathi.telephony.Step;

/**
 * One call, spoken with over FastAGI.
 *
 * <p>Before each verb it arms a watchdog on Asterisk's side, {@code TIMEOUT(absolute)}: if this process freezes, the
 * dialplan takes the call back when the verb should long have been over (ADR 0003).
 */
class AgiPhoneLine implements PhoneLine {
    /** How long past its expected end a verb may last before the exchange takes the call back. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** No prompt is longer: {@code prompts/script.yml} limits each, and the build checks it. */
    private static final Duration LONGEST_WORDS = Duration.ofSeconds(60);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(8);
    /**
     * How long one listening lasts while work goes on. Asterisk drops a key that ends between two of them, so the longer
     * the work, the longer they are; the caller waits half as long again for an answer at most.
     */
    private static final long SHORTEST_LISTENING_MILLIS = 50;
    private static final long LONGEST_LISTENING_MILLIS = 400;
    private static final int BYTES_PER_SECOND = 8000;
    /** Where the dialplan's [whisper] looks: 1 for who has left a room, so that nothing meant for it is said any more. */
    private static final String HUSHED = "SHARED(hushed)";
    /** Tells the shell that the pitch is to be set right again, should we be gone when the call leaves its room. */
    private static final String SHIFTED = "SHIFTED";
    /** A fifth higher: well understood, and not at once recognised. Whoever shifts it back hears the true voice. */
    private static final String DISGUISED = "1.5";

    /** By how many ways this phone's keys come, once that is known; the keys of rooms read it. */
    private static final String WAYS = "KEY_WAYS";
    private static final String OWN_NUMBERS = "${CALLER_NUMBER} ${VOLUNTEER_NUMBER} ${PILOT_NUMBERS}";
    /** A command waits in silence no longer: an app that dies meanwhile is missed by the exchange at the command's end. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final AgiWire wire;
    private final DoubledKeys doubled = new DoubledKeys();
    private DoubledKeys.Ways toldWays = DoubledKeys.Ways.UNKNOWN;
    private final WordLengths lengths;
    private final DialogueTimeouts timeouts;
    private final Path recordings;
    private final Drain drain;
    private final Deque<Key> ahead = new ArrayDeque<>();
    private @Nullable Language language;
    private @Nullable Step step;
    private @Nullable PhoneNumber phone;
    private boolean phoneKnown;
    private boolean farewell;
    private boolean asked;
    private boolean keyCame;

    /** A key that was pressed before this line was listened to. */
    void pressedAhead(Key key) {
        pressedJustNow(key);
        ahead.add(key);
    }

    /** One that is answered already: it may only come again. */
    void pressedJustNow(Key key) {
        doubled.isPress(key, System.nanoTime());
        keyCame = true;
    }

    /** Whether this person was asked something, and waited for. */
    boolean asked() {
        return asked;
    }

    boolean keyCame() {
        return keyCame;
    }

    /** What an earlier listening to this phone learned of its keys. */
    void knowsItsKeys() {
        String known = wire.get(WAYS);
        if (!known.isEmpty()) {
            toldWays = DoubledKeys.Ways.valueOf(known);
            doubled.learn(toldWays);
        }
    }

    /** It was not this phone that called: we rang it. */
    void rang(PhoneNumber rung) {
        phone = rung;
        phoneKnown = true;
    }

    AgiPhoneLine(AgiWire wire, WordLengths lengths, DialogueTimeouts timeouts, Path recordings, Drain drain) {
        this.wire = wire;
        this.lengths = lengths;
        this.timeouts = timeouts;
        this.recordings = recordings;
        this.drain = drain;
    }

    /** How long words take; the prompt catalogue knows. */
    @FunctionalInterface
    interface WordLengths {
        Duration of(Spoken words, Language language);
    }

    @Override
    public CallId id() {
        return new CallId(wire.uniqueId());
    }

    @Override
    public Optional<PhoneNumber> number() {
        if (!phoneKnown) {
            phone = CallerNumber.from(header -> wire.evaluate("${PJSIP_HEADER(read," + header + ")}"))
                    .filter(number -> !isOwn(number)).orElse(null);
            phoneKnown = true;
        }
        return Optional.ofNullable(phone);
    }

    /** What was read of the caller's number, by whoever asked for it; nothing is read here. */
    Optional<PhoneNumber> shown() {
        return Optional.ofNullable(phone);
    }

    /** Some trunks show their own number, or ours, in place of a caller's that is hidden. */
    private boolean isOwn(PhoneNumber number) {
        return Stream.of(wire.evaluate(OWN_NUMBERS).split("[ ,]+")).flatMap(own -> PhoneNumber.parse(own).stream())
                .anyMatch(number::isSameSubscriber);
    }

    @Override
    public Language language() {
        Language known = language;
        if (known == null) {
            known = new Language(wire.get("CHANNEL(language)"));
            language = known;
        }
        return known;
    }

    @Override
    public DialogueTimeouts timeouts() {
        return timeouts;
    }

    @Override
    public void speak(Language newLanguage) {
        wire.set("CHANNEL(language)", newLanguage.code());
        language = newLanguage;
    }

    @Override
    public Step step() {
        Step known = step;
        if (known == null) {
            known = Step.fromChannel(wire.get("STEP"));
            step = known;
        }
        return known;
    }

    @Override
    public void reach(Step step) {
        wire.set("STEP", step.onChannel());
        this.step = step;
    }

    @Override
    public void say(Spoken words) {
        helpFirst();
        if (ahead.isEmpty()) {
            listen(words, Duration.ZERO).ifPresent(ahead::add);
        }
    }

    @Override
    public Optional<Key> ask(Spoken words, Duration silence) {
        helpFirst();
        return ahead.isEmpty() ? listen(words, silence) : Optional.of(ahead.remove());
    }

    /** In one command, or each digit would be followed by a moment in which the next is dropped. */
    @Override
    public String keyIn(Spoken words, int most, Duration silence) {
        if (doubled.ways() == DoubledKeys.Ways.TWO) {
            return PhoneLine.super.keyIn(words, most, silence);
        }
        helpFirst();
        KeyedNumber number = new KeyedNumber(most, doubled);
        List<String> toSay = ahead.isEmpty() ? words.keys() : List.of();
        if (!toSay.isEmpty() && doubled.mayComeAgain(System.nanoTime()).isPositive()) {
            Optional<Key> first = ask(words, silence);
            if (first.isEmpty()) {
                return "";
            }
            number.doubts(doubled.droppedBefore());
            ahead.add(first.get());
            toSay = List.of();
        }
        while (!ahead.isEmpty() && !number.isWhole()) {
            number.add(ahead.remove());
        }
        hear(number, toSay, silence);
        return number.toString();
    }

    private void hear(KeyedNumber number, List<String> words, Duration silence) {
        asked = true;
        drain.check();
        List<String> toSay = words;
        Duration silent = Duration.ZERO;
        while (!number.isWhole() && silent.compareTo(silence) < 0) {
            Duration left = silence.minus(silent);
            Duration wait = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
            List<Key> more = wire.keysOfNumber(toSay, number.missing(), wait);
            keyCame |= !more.isEmpty();
            more.forEach(this::checked);
            number.add(more);
            silent = more.isEmpty() ? silent.plus(wait) : wait;
            toSay = List.of();
        }
    }

    @Override
    public Optional<Key> askFor(Set<Key> keys, Spoken words, Duration silence) {
        forgetKeys();
        asked |= silence.isPositive();
        String counting = keys.stream().map(key -> String.valueOf(key.symbol())).collect(Collectors.joining()) + "0";
        watch(lengthOf(words).plus(silence));
        for (String file : words.keys()) {
            Optional<Key> key = press(() -> wire.stream(file, counting));
            if (key.isPresent()) {
                return key.map(this::checked);
            }
        }
        return waitFor(counting, silence);
    }

    private Optional<Key> waitFor(String counting, Duration silence) {
        long until = System.nanoTime() + silence.toNanos();
        long left = silence.toMillis();
        while (left > 0) {
            Optional<Key> key = waitOnce(left).filter(this::isPress);
            if (key.isPresent() && counting.indexOf(key.get().symbol()) >= 0) {
                return key.map(this::checked);
            }
            left = leftUntil(until);
        }
        return Optional.empty();
    }

    private Optional<Key> waitOnce(long millis) {
        return wire.waitForKey(Math.min(millis, LONGEST_WAIT.toMillis()));
    }

    private static long leftUntil(long nanos) {
        return Duration.ofNanos(nanos - System.nanoTime()).toMillis();
    }

    /** @return the key that ended the command; it is begun again where that was only the last press, come a second time */
    private Optional<Key> press(Supplier<Optional<Key>> command) {
        Optional<Key> key = command.get();
        while (key.isPresent() && !isPress(key.get())) {
            key = command.get();
        }
        return key;
    }

    private boolean isPress(Key key) {
        keyCame = true;
        return doubled.isPress(key, System.nanoTime());
    }

    /** Of a number the same digit may well come twice, and fast: only of a phone that is known to double keys it is doubted. */
    private boolean isDigit(Key key) {
        keyCame = true;
        return doubled.ways() != DoubledKeys.Ways.TWO || isPress(key);
    }

    /**
     * By how many ways keys come, for the keys in rooms, which are calls of their own. Told where no key is being waited
     * for: one more command between two digits is one more gap in which a digit is dropped.
     */
    private void tellWays() {
        DoubledKeys.Ways known = doubled.ways();
        if (known != toldWays) {
            wire.set(WAYS, known.name());
            toldWays = known;
        }
    }

    @Override
    public void forgetKeys() {
        helpFirst();
        ahead.clear();
    }

    /** A 0 that ended a recording, or was pressed behind another key, waits for nothing else. */
    private void helpFirst() {
        if (ahead.contains(Key.ZERO)) {
            ahead.clear(); // a host's is answered in the room: the call goes on listening there
            throw new HelpPressed();
        }
    }

    @Override
    public <T> T meanwhile(Callable<T> work) {
        helpFirst();
        readWhatWorkMayAsk();
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("work-of-a-call").start(task);
        watch(LONGEST_WORK);
        long start = System.nanoTime();
        while (!task.isDone()) {
            Duration worked = Duration.ofNanos(System.nanoTime() - start);
            if (worked.compareTo(LONGEST_WORK) > 0) {
                task.cancel(true);
                throw new WorkTookTooLong(LONGEST_WORK);
            }
            long listening = Math.clamp(worked.toMillis() / 2, SHORTEST_LISTENING_MILLIS, LONGEST_LISTENING_MILLIS);
            wire.waitForKey(listening).ifPresent(this::takeAhead);
        }
        return resultOf(task);
    }

    /** Whoever types on is listened to in one command, for between two commands keys are dropped. */
    private void takeAhead(Key first) {
        if (isDigit(first)) {
            ahead.add(checked(first));
        }
        for (Key key : wire.keysUntilQuiet(DoubledKeys.APART)) {
            if (isDigit(key)) {
                ahead.add(checked(key));
            }
        }
    }

    /** The wire is the listening's while the work goes on; whoever waited for it there could wait as long as that. */
    private void readWhatWorkMayAsk() {
        phone = number().orElse(null);
        language = language();
    }

    private static <T> T resultOf(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public Recorded record(Duration limit) {
        helpFirst();
        Path file = recordings.resolve(UUID.randomUUID().toString());
        watch(limit);
        try {
            press(() -> wire.record(file.toString(), limit.toMillis())).filter(key -> key == Key.ZERO)
                    .ifPresent(ahead::add);
        } catch (CallerHungUp e) {
            awaitTheEnd();
        }
        return WavLength.of(Path.of(file + ".wav"));
    }

    /** Asterisk tells of a hang-up before it closes the file, and gives no answer any more once it has. */
    private void awaitTheEnd() {
        try {
            wire.get("STEP");
        } catch (CallerHungUp e) {
            // as it should be; the next verb throws it again
        }
    }

    @Override
    public void play(Path wav, Duration length) {
        helpFirst();
        if (ahead.isEmpty()) {
            watch(length);
            String file = wav.toString().replaceFirst("\\.wav$", "");
            press(() -> wire.stream(file, AgiWire.ANY_KEY)).map(this::checked).ifPresent(ahead::add);
        }
    }

    @Override
    public void play(byte[] alaw) {
        helpFirst();
        if (!ahead.isEmpty()) {
            return;
        }
        String name = recordings.resolve(UUID.randomUUID().toString()).toString();
        Path file = Path.of(name + ".alaw");
        try {
            Files.write(file, alaw);
            watch(Duration.ofSeconds(alaw.length / BYTES_PER_SECOND));
            press(() -> wire.stream(name, AgiWire.ANY_KEY)).map(this::checked).ifPresent(ahead::add);
        } catch (IOException e) {
            throw new UncheckedIOException("A sound could not be laid ready for the exchange", e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Departure enter(Seat seat) {
        forgetKeys();
        letThePressComeAgain();
        wire.set("CONFBRIDGE(bridge,template)", "room");
        wire.set("CONFBRIDGE(bridge,max_members)", Integer.toString(seat.members()));
        wire.set("CONFBRIDGE(user,template)", Profiles.user(seat.role()));
        wire.set("CONFBRIDGE(user,startmuted)", seat.muted() ? "yes" : "no");
        wire.set("CONFBRIDGE(menu,template)", Profiles.keys(seat.role()));
        if (seat.disguised()) {
            wire.set(SHIFTED, "1");
            wire.set("PITCH_SHIFT(rx)", DISGUISED);
        }
        wire.set("CONFBRIDGE_RESULT", "");
        wire.set("MOVE", ""); // one that came too late for another room
        wire.set("ROOM", seat.room().name());
        wire.set(HUSHED, "");
        unwatch();
        wire.exec("ConfBridge", seat.room().name());
        return departure().orElseThrow(() -> new IllegalStateException("Out of a room by nobody's will"));
    }

    /** Or it would be a key in the room. */
    private void letThePressComeAgain() {
        Duration left = doubled.mayComeAgain(System.nanoTime());
        if (left.isPositive()) {
            watch(left);
            wire.waitForKey(left.toMillis()).filter(this::isPress).ifPresent(this::checked);
        }
        doubled.settle();
        tellWays();
    }

    @Override
    public Optional<Departure> departure() {
        wire.gosub("room-left");
        return RoomExit.departure(wire.get("LEFT_BY"));
    }

    @Override
    public boolean interrupted() {
        return step() != Step.START && !wire.get("CRISIS_BACK").equals("1");
    }

    @Override
    public String noted(String name) {
        return wire.get(name);
    }

    @Override
    public void note(String name, String word) {
        wire.set(name, word);
    }

    @Override
    public void sayNumbersAndEnd() {
        wire.set("MOVE", "farewell");
        farewell = true;
    }

    /** Whether the exchange has the last word, so that the call must not be marked as done. */
    boolean endsByExchange() {
        return farewell;
    }

    private Optional<Key> listen(Spoken words, Duration silence) {
        asked |= silence.isPositive();
        if (doubled.mayComeAgain(System.nanoTime()).isZero()) {
            doubled.settle();
        }
        watch(lengthOf(words).plus(silence));
        return (words.keys().isEmpty() ? waitFor(silence) : press(() -> playAndWait(words, silence)))
                .map(this::checked);
    }

    /** In one command, or a key that is pressed as the words end would be dropped between two. */
    private Optional<Key> playAndWait(Spoken words, Duration silence) {
        Duration first = silence.compareTo(LONGEST_WAIT) < 0 ? silence : LONGEST_WAIT;
        Optional<Key> key = wire.play(Stream.concat(words.keys().stream(), Spoken.silence(first).keys().stream())
                .toList());
        if (key.isPresent() || silence.isZero()) {
            return key;
        }
        return awaitKey(wire.playedNotAll() ? silence : silence.minus(first));
    }

    private Optional<Key> awaitKey(Duration silence) {
        long until = System.nanoTime() + silence.toNanos();
        Optional<Key> key = Optional.empty();
        for (long left = silence.toMillis(); left > 0 && key.isEmpty(); left = leftUntil(until)) {
            key = waitOnce(left);
        }
        return key;
    }

    /** For the next digit of a number, mostly. */
    private Optional<Key> waitFor(Duration silence) {
        long until = System.nanoTime() + silence.toNanos();
        Optional<Key> key = awaitKey(silence);
        while (key.isPresent() && !isDigit(key.get())) {
            key = awaitKey(Duration.ofNanos(until - System.nanoTime()));
        }
        return key;
    }

    private Key checked(Key key) {
        if (key == Key.ZERO) {
            throw new HelpPressed();
        }
        return key;
    }

    private Duration lengthOf(Spoken words) {
        Duration length = words.keys().isEmpty() ? Duration.ZERO : lengths.of(words, language());
        return length.compareTo(LONGEST_WORDS) > 0 ? LONGEST_WORDS : length;
    }

    private void watch(Duration expected) {
        drain.check();
        wire.set("TIMEOUT(absolute)", Long.toString(expected.plus(GRACE).toSeconds() + 1));
    }

    /** In a room no length is known: there the keys' own calls are watched. */
    void unwatch() {
        drain.check();
        wire.set("TIMEOUT(absolute)", "0");
    }
}
