package np.saathi.ivr;

import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.ScriptedCaller.Ending;

/**
 * How a caller's call can end, all of it: the list stands in docs/keypad.md too. And at each step of each of these calls 0
 * leads to the crisis path, by one key.
 */
class NamedEndsTests {
    /** Each by the words that are heard last; after NUMBERS_AND_END the exchange itself has the last words. */
    enum NamedEnd {
        /** Hash at the main menu. */
        GOODBYE("goodbye", Ending.DONE),
        /** Silence or wrong keys, three times, at the main menu, the language or the consent: the crisis numbers. */
        NUMBERS("", Ending.NUMBERS_AND_END),
        /** Under 18: the children's help line, and a goodbye. */
        MINOR("goodbye", Ending.DONE),
        /** The call has lasted as long as it may. */
        LIMIT("call.limit", Ending.DONE),
        /** The caller hung up. */
        HUNG_UP("", Ending.HUNG_UP);

        private final String last;
        private final Ending ending;

        NamedEnd(String last, Ending ending) {
            this.last = last;
            this.ending = ending;
        }
    }

    /** @param known whether the caller is remembered */
    private record Story(String name, NamedEnd end, boolean known, List<String> answers) {
        Story(String name, NamedEnd end, boolean known, String... answers) {
            this(name, end, known, List.of(answers));
        }
    }

    private static final List<Story> STORIES = List.of(
            new Story("hash at once", NamedEnd.GOODBYE, true, "#"),
            new Story("nothing", NamedEnd.NUMBERS, true, "", "", ""),
            new Story("keys without meaning", NamedEnd.NUMBERS, true, "7", "8", "6"),
            new Story("no language", NamedEnd.NUMBERS, false, "", "", ""),
            new Story("no consent", NamedEnd.NUMBERS, false, "1", "", "", ""),
            new Story("under 18", NamedEnd.MINOR, false, "1", "3", "1", "#"),
            new Story("a group and its rating", NamedEnd.GOODBYE, true, "1", "4", "2", "#"),
            new Story("a group that did not help", NamedEnd.GOODBYE, true, "1", "1", "", "2", "#"),
            new Story("messages", NamedEnd.GOODBYE, true, "2", "2", "*", "#"),
            new Story("settings", NamedEnd.GOODBYE, true, "9", "1", "2", "#"),
            new Story("a wrong code", NamedEnd.GOODBYE, true, "9", "3", "*", "#"),
            new Story("listening", NamedEnd.GOODBYE, true, "3", "*", "#"),
            new Story("hanging up", NamedEnd.HUNG_UP, true, "9", ScriptedCaller.HANGS_UP));

    @TestFactory
    List<DynamicTest> everyStoryEndsInItsNamedEnd() {
        return STORIES.stream().map(story -> DynamicTest.dynamicTest(story.name(), () -> {
            ScriptedCaller caller = caller(story.answers());
            assertThat(caller.calls(house(story).callerFlow)).isEqualTo(story.end().ending);
            if (!story.end().last.isEmpty()) {
                assertThat(caller.heard().getLast()).isEqualTo(story.end().last);
            }
        })).toList();
    }

    @TestFactory
    List<DynamicTest> zeroIsOneKeyAwayAtEveryStep() {
        return STORIES.stream().map(story -> DynamicTest.dynamicTest(story.name(), () -> {
            for (int step = 0; step < story.answers().size(); step++) {
                List<String> answers = new java.util.ArrayList<>(story.answers().subList(0, step));
                answers.add("0");
                assertThat(caller(answers).calls(house(story).callerFlow)).as("0 after %s", answers)
                        .isEqualTo(Ending.HELP);
            }
        })).toList();
    }

    @Test
    void aCallOfTwoHoursEndsByItsLimit() {
        House house = new House();
        house.ashaIsKnown();
        ScriptedCaller asha = whoPresses("").named(house.clock.instant().getEpochSecond() + ".1");
        house.clock.pass(Duration.ofHours(2));
        assertThat(asha.calls(house.callerFlow)).isEqualTo(NamedEnd.LIMIT.ending);
        assertThat(asha.heard().getLast()).isEqualTo(NamedEnd.LIMIT.last);
    }

    @Test
    void everyNamedEndHasAStory() {
        assertThat(Arrays.stream(NamedEnd.values()).filter(end -> end != NamedEnd.LIMIT))
                .allMatch(end -> STORIES.stream().anyMatch(story -> story.end() == end));
    }

    private static House house(Story story) {
        House house = new House();
        house.live("stress");
        if (story.known()) {
            house.ashaIsKnown();
        }
        return house;
    }

    private static ScriptedCaller caller(List<String> answers) {
        return whoPresses(answers.toArray(String[]::new)).leavesTheRoomBy(Departure.LEFT);
    }

}
