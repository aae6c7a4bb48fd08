package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Departure;
import np.saathi.telephony.Room;
import np.saathi.telephony.Step;

/** What comes from outside never throws, and what goes to Asterisk holds nothing that means something to it. */
class WirePropertyTests {
    private static final String MEANINGFUL = "\r\n\0,$|{}\"\\'`<>[]!?^~%\t\u0900";

    @Property
    void guardLetsNothingPassThatMeansSomething(@ForAll("meaningful") char sign, @ForAll("plain") String before,
            @ForAll("plain") String after) {
        String value = before + sign + after;
        assertThatThrownBy(() -> Guard.plain(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Guard.name(value)).isInstanceOf(IllegalArgumentException.class);
        assertThat(refusal(value)).doesNotContain(value);
    }

    @Property
    void whateverPassesHoldsOnlyPlainSigns(@ForAll String anything) {
        try {
            assertThat(Guard.plain(anything)).isEqualTo(anything).matches("[A-Za-z0-9 _./@:;*#()&=+-]*");
        } catch (IllegalArgumentException e) {
            assertThat(anything).isNotEmpty();
        }
    }

    @Property
    void namesHoldNoSeparatorEither(@ForAll("plain") String before, @ForAll("plain") String after) {
        for (String separator : List.of("&", " ", "(", ")", "=", ",", "")) {
            if (!separator.isEmpty()) {
                assertThatThrownBy(() -> Guard.name(before + separator + after))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Example
    void everythingThatWeSayPasses() {
        Stream<Spoken> pieces = Stream.concat(Arrays.stream(Prompt.values()).map(Spoken::of),
                Stream.of(Spoken.pause(), Spoken.number(99), Spoken.nickname(1, 32), Spoken.digits("1166"),
                        Spoken.category("stress"), Spoken.time(LocalTime.NOON), Spoken.minutes(91),
                        Spoken.category("new-mothers")));
        pieces.flatMap(words -> Stream.of(words, words.in(Language.NEPALI))).flatMap(words -> words.keys().stream())
                .forEach(key -> assertThat(Guard.name(key)).isEqualTo(key));
    }

    @Property(tries = 200)
    void everyRoomAndEveryChannelPasses(@ForAll @IntRange(min = 0) int number) {
        Room room = Room.random();
        assertThat(Guard.name(room.name())).isEqualTo(room.name());
        String channel = "PJSIP/trunk-%08x".formatted(number);
        assertThat(Guard.name(channel)).isEqualTo(channel);
        String whisper = "Local/s@whisper-%08x;1".formatted(number);
        assertThat(Guard.name(whisper)).isEqualTo(whisper);
    }

    @Example
    void everyVariableAndEveryValueOfOursPasses() {
        for (String name : List.of("STEP", "APP_DONE", "MOVE", "KEY_DONE", "CALLBACK", "TRIES", "TIMEOUT(absolute)",
                "CHANNEL(language)", "CONFBRIDGE(bridge,template)", "CONFBRIDGE(bridge,max_members)",
                "CONFBRIDGE(user,template)", "CONFBRIDGE(user,startmuted)", "CONFBRIDGE(menu,template)",
                "CONFBRIDGE_RESULT")) {
            assertThat(Guard.variable(name)).isEqualTo(name);
        }
        Stream.of(Step.values()).forEach(step -> Guard.plain(step.onChannel()));
        Stream.of(Departure.values()).forEach(why -> Guard.plain(RoomExit.move(why)));
    }

    @Property
    void variableIsANameAndNothingElse(@ForAll("meaningful") char sign) {
        if (sign != ',') {
            assertThatThrownBy(() -> Guard.variable("STEP" + sign)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Guard.variable("SHELL(x" + sign + "y)" + sign))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void callerNumberNeverThrowsAndGivesDigitsOnly(@ForAll("headers") String from, @ForAll("headers") String asserted,
            @ForAll("headers") String privacy) {
        CallerNumber.from(name -> switch (name) {
            case "From" -> from;
            case "P-Asserted-Identity" -> asserted;
            default -> privacy;
        }).ifPresent(number -> assertThat(number.digits()).matches("[0-9]{3,18}"));
    }

    @Example
    void callerNumberDoesNotThrowOnTheLongestHeaders() {
        for (String part : List.of("\\\"", "a", "\"\"", "\"", "<", "sip:1", "sip:", "0", ".-")) {
            String header = "\"" + part.repeat(4_000) + "\" <sip:9841000001@x>" + part.repeat(4_000);
            CallerNumber.from(_ -> header).ifPresent(number -> assertThat(number.digits()).matches("[0-9]+"));
        }
    }

    private static String refusal(String value) {
        try {
            return Guard.plain(value);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Provide
    Arbitrary<Character> meaningful() {
        return Arbitraries.of(MEANINGFUL.chars().mapToObj(sign -> (char) sign).toList());
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().alpha().numeric().withChars("_./@:;-").ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> pieces = Arbitraries.of("sip:", "tel:", "sips:", "<", ">", "\"", "\\", "@", ";", "+977",
                "00977", "9841000001", "anonymous", "${X}", "\n", "\r", "साथी", "१२३", "id", "user", "-", ".", "(", ")",
                ",", " ", "\0");
        return Arbitraries.oneOf(Arbitraries.strings(), pieces.list().ofMaxSize(15).map(list -> String.join("", list)));
    }
}
