package np.saathi.ivr.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.HelpPressed;
import np.saathi.telephony.Key;
import np.saathi.telephony.ScriptedCaller;

/**
 * Whatever is pressed, kept silent or hung up, and whenever: each of the five shapes comes to an end, soon after the
 * caller has fallen silent, in one of three ways: an answer, help, or a hang-up.
 */
class DialoguePropertyTests {
    private static final String SEED = "20260101";
    /** Three silences end every shape; the longest of them, an entry, may have had one digit more. */
    private static final int QUESTIONS_IN_SILENCE = 4;

    @Property(seed = SEED)
    void everyMenuEnds(@ForAll("answers") List<String> answers, @ForAll("answers") List<String> during) {
        Menu<Integer> menu = Menu.<Integer>asking(Prompt.RATING).on(Key.ONE, 1).on(Key.NINE, 9)
                .retrying(Prompt.RATING_AGAIN, Prompt.RATING_SHORT).otherwise(0);
        ends(menu::ask, answers, during, Prompt.RATING);
    }

    @Property(seed = SEED)
    void everyMenuWithStarEnds(@ForAll("answers") List<String> answers) {
        Menu<Integer> menu = Menu.<Integer>asking(Prompt.RATING).on(Key.STAR, 1)
                .retrying(Prompt.RATING_AGAIN, Prompt.RATING_SHORT).otherwise(0);
        ends(menu::ask, answers, List.of(), Prompt.RATING);
    }

    @Property(seed = SEED)
    void everyListingEnds(@ForAll("answers") List<String> answers, @ForAll("answers") List<String> during) {
        Listing<String> listing = Listing.speaking(Spoken::category, Prompt.GROUP_LIST_KEYS);
        ends(line -> listing.ask(line, List.of("stress", "grief")), answers, during, Prompt.LIST_END);
    }

    @Property(seed = SEED)
    void everyEntryEndsWithDigitsThatFit(@ForAll("answers") List<String> answers,
            @ForAll("answers") List<String> during) {
        Entry entry = Entry.ofDigits(4, 8, Prompt.HOST_PIN, Prompt.HOST_PIN_AGAIN, Prompt.HOST_PIN_SHORT);
        ends(line -> entry.ask(line).ifPresent(digits -> assertThat(digits).matches("[1-9]{4,8}")), answers, during,
                Prompt.HOST_PIN);
    }

    @Property(seed = SEED)
    void everyConfirmEndsAfterOneQuestion(@ForAll("answers") List<String> answers,
            @ForAll("answers") List<String> during) {
        Confirm confirm = Confirm.losing(Prompt.HOST_END_CONFIRM);
        ScriptedCaller caller = ends(confirm::ask, answers, during, Prompt.HOST_END_CONFIRM);
        assertThat(caller.questions()).isLessThanOrEqualTo(1);
    }

    @Property(seed = SEED)
    void everyRecordingEnds(@ForAll("answers") List<String> answers, @ForAll("answers") List<String> during) {
        Recording recording = Recording.of(Prompt.RATING, Prompt.RATING_AGAIN, Duration.ofMinutes(2));
        ends(line -> recording.ask(line, _ -> {}), answers, during, Prompt.RATING);
    }

    private static ScriptedCaller ends(Consumer<ScriptedCaller> dialogue, List<String> answers, List<String> during,
            Prompt words) {
        ScriptedCaller caller = ScriptedCaller.whoPresses(answers.toArray(String[]::new));
        during.forEach(keys -> caller.pressing(keys, words));
        try {
            dialogue.accept(caller);
        } catch (HelpPressed e) {
            assertThat(String.join("", answers) + String.join("", during)).contains("0");
        } catch (CallerHungUp e) {
            assertThat(String.join("", answers) + String.join("", during)).contains(ScriptedCaller.HANGS_UP);
        }
        assertThat(caller.questions()).isLessThanOrEqualTo(answers.size() + QUESTIONS_IN_SILENCE);
        return caller;
    }

    /** Up to twelve answers of up to five keys each; silence and hanging up among them. */
    @Provide
    Arbitrary<List<String>> answers() {
        return Arbitraries.strings().withChars("0123456789*#*#12").ofMaxLength(5)
                .injectDuplicates(0.1).edgeCases(cases -> cases.add("", ScriptedCaller.HANGS_UP, "1!"))
                .flatMap(keys -> Arbitraries.frequency(net.jqwik.api.Tuple.of(12, keys),
                        net.jqwik.api.Tuple.of(1, keys + ScriptedCaller.HANGS_UP)))
                .list().ofMaxSize(12);
    }
}
