package np.saathi.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something to be said: recorded pieces, one after another, in whatever language the line speaks. A piece may be bound
 * to a language ({@link #in}), for the one question that must be asked in several.
 *
 * @param keys the pieces' keys in {@code prompts/script.yml}; bound ones as {@code language/key}
 */
public record Spoken(List<String> keys) {

    /** Nicknames are two words, each one of this many. */
    public static final int NICKNAME_WORDS = 32;

    /** Numbers from 0 to this are recorded whole, because in Nepali none of them can be put together from others. */
    public static final int GREATEST_NUMBER = 99;

    private static final int LONGEST_IN_MINUTES = 90;
    private static final String SHORT_SILENCE = "silence.short";
    private static final int SHORT_SILENCE_MILLIS = 200;
    private static final String SECOND_OF_SILENCE = "silence.second";

    static final String CATEGORY = "category.";

    /** Keys become file names and words of a telephony protocol: nothing else may get through here. */
    private static final Pattern KEY = Pattern
            .compile("([a-z]{2,3}/)?[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");

    public Spoken {
        keys = List.copyOf(keys);
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("Not the key of a prompt: small letters, digits, '-' and '.' only");
            }
        }
    }

    public static Spoken of(Prompt... prompts) {
        return new Spoken(Arrays.stream(prompts).map(Prompt::key).toList());
    }

    /** Nothing at all: to be built upon. */
    public static Spoken nothing() {
        return new Spoken(List.of());
    }

    /** A number as people say it: a seat, a place in line, minutes. */
    public static Spoken number(int number) {
        return piece("number.", number, 0, GREATEST_NUMBER);
    }

    /** A number as it is dialled, digit by digit: ids, help numbers. */
    public static Spoken digits(String digits) {
        if (!digits.matches("[0-9]*")) {
            // The text stays out of the message: it may be somebody's number.
            throw new IllegalArgumentException("Only the digits 0 to 9 can be spoken one by one");
        }
        return new Spoken(digits.chars().mapToObj(digit -> "number." + (digit - '0')).toList());
    }

    /** So many of something, as grammar wants it: "five minutes", "एक मिनेट". */
    public static Spoken count(int number, Counted counted) {
        return number == 1
                ? new Spoken(List.of(counted.one()))
                : number(number).then(new Spoken(List.of(counted.many())));
    }

    /** A length of time: in minutes up to 90, above in hours and minutes. */
    public static Spoken minutes(int minutes) {
        if (minutes <= LONGEST_IN_MINUTES) {
            return count(minutes, Counted.MINUTE);
        }
        Spoken hours = count(minutes / 60, Counted.HOUR);
        return minutes % 60 == 0 ? hours : hours.then(count(minutes % 60, Counted.MINUTE));
    }

    /**
     * When something is, in Nepal's time: "tomorrow at half past seven in the evening"; from the second day on by its
     * weekday, from a week on with the days until then as well.
     *
     * @param now what "today" is reckoned from
     */
    public static Spoken moment(Instant moment, Instant now) {
        return Moments.moment(moment, now);
    }

    /** A time of the day: "at half past seven in the evening". */
    public static Spoken time(LocalTime time) {
        return Moments.time(time);
    }

    /** What a session is about, as a short sentence ("The stress group."). Categories are data: any code may come. */
    public static Spoken category(String code) {
        return new Spoken(List.of(CATEGORY + code));
    }

    /** A nickname by the indexes of its two words, each 1 to {@link #NICKNAME_WORDS}. */
    public static Spoken nickname(int first, int second) {
        return piece("nick.first.", first, 1, NICKNAME_WORDS).then(piece("nick.second.", second, 1, NICKNAME_WORDS));
    }

    /** A fifth of a second of silence, to set two pieces apart. */
    public static Spoken pause() {
        return new Spoken(List.of(SHORT_SILENCE));
    }

    /** So much silence, a fifth of a second more at most: to wait for a key in one command with the words before it. */
    public static Spoken silence(Duration length) {
        long shorts = (length.toMillisPart() + SHORT_SILENCE_MILLIS - 1) / SHORT_SILENCE_MILLIS;
        return new Spoken(Stream.concat(Stream.generate(() -> SECOND_OF_SILENCE).limit(length.toSeconds()),
                Stream.generate(() -> SHORT_SILENCE).limit(shorts)).toList());
    }

    public Spoken then(Spoken more) {
        List<String> both = new ArrayList<>(keys);
        both.addAll(more.keys);
        return new Spoken(both);
    }

    public Spoken then(Prompt... more) {
        return then(of(more));
    }

    /** The same words, but always in this language, whatever the line speaks. Pieces that are bound already stay so. */
    public Spoken in(Language language) {
        return new Spoken(keys.stream().map(key -> key.contains("/") ? key : language + "/" + key).toList());
    }

    /** Every piece that this class puts together, for those who check that all of them exist. */
    static Stream<String> builtPieces() {
        Stream<Spoken> numbers = Stream.iterate(0, n -> n + 1).limit(GREATEST_NUMBER + 1).map(Spoken::number);
        Stream<Spoken> words = Stream.iterate(1, n -> n + 1).limit(NICKNAME_WORDS).map(n -> nickname(n, n));
        Stream<String> pieces = Stream.concat(numbers, words).flatMap(spoken -> spoken.keys().stream());
        return Stream.concat(pieces, Stream.concat(Counted.pieces(), Moments.pieces()));
    }

    private static Spoken piece(String prefix, int index, int least, int greatest) {
        if (index < least || index > greatest) {
            throw new IllegalArgumentException(
                    "No word for " + prefix + index + ": it must be " + least + " to " + greatest);
        }
        return new Spoken(List.of(prefix + index));
    }
}
