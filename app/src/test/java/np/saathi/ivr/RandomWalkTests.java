package np.saathi.ivr;

import static np.saathi.telephony.ScriptedCaller.whoPresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

import np.saathi.caller.Caller;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.session.Outcome;
import np.saathi.session.PeerSession;
import np.saathi.telephony.CallId;
import np.saathi.telephony.Departure;
import np.saathi.telephony.ScriptedCaller;
import np.saathi.telephony.ScriptedCaller.Ending;
import np.saathi.telephony.Step;
import np.saathi.telephony.TelephonyEvent;

/**
 * Callers who press what they like: every walk through the whole call ends in one of its named ends, and never in an
 * exception or in a question without end. The seed is fixed, so that a walk that fails can be walked again.
 */
class RandomWalkTests {
    private static final String SEED = "1166";
    private static final int MOST_QUESTIONS = 200;

    /** What a caller does, in order: answers, keys in the middle of sentences, and ways out of rooms. */
    record Walk(boolean known, boolean hostIsThere, Step metAt, List<String> answers, List<String> during,
            List<Departure> departures) {}

    @Property(tries = 50, seed = SEED)
    void everyWalkOfACallerEndsInANamedEnd(@ForAll("walks") Walk walk) {
        House house = new House();
        PeerSession stress = house.waiting("stress");
        PeerSession grief = house.waiting("grief");
        if (walk.hostIsThere) {
            house.sessions.hostComes(stress, House.DEVI);
        }
        if (walk.known) {
            house.ashaIsKnown();
        }
        ScriptedCaller asha = caller(walk);
        walk.departures.forEach(departure -> asha.inTheRoom(seat -> {
            PeerSession here = seat.room().equals(stress.room()) ? stress : grief;
            house.comesIn(asha, here);
            house.sessions.exchangeTells(new TelephonyEvent.Left(asha.id(), here.room(), house.clock.instant()));
            return departure;
        }));
        Ending end = asha.calls(house.callerFlow);
        for (int crises = 0; end == Ending.HELP && crises < MOST_QUESTIONS; crises++) {
            end = asha.backFromCrisis().calls(house.callerFlow);
        }
        assertThat(end).isIn(Ending.DONE, Ending.NUMBERS_AND_END, Ending.HUNG_UP);
        assertThat(asha.questions()).isLessThan(MOST_QUESTIONS);
        seatsAreTrue(house, asha);
        nobodyKeepsASeat(house, asha);
        walksLeadEverywhere(end, asha);
    }

    private static void walksLeadEverywhere(Ending end, ScriptedCaller caller) {
        Statistics.label("end").collect(end).coverage(ends -> {
            ends.check(Ending.DONE).count(count -> count > 0);
            ends.check(Ending.NUMBERS_AND_END).count(count -> count > 0);
            ends.check(Ending.HUNG_UP).count(count -> count > 0);
        });
        Statistics.label("was in a room").collect(!caller.entered().isEmpty())
                .coverage(rooms -> rooms.check(true).percentage(share -> share > 30));
    }

    @Property(tries = 50, seed = SEED)
    void everyWalkOfAVolunteerEndsInANamedEnd(@ForAll("walks") Walk walk) {
        House house = new House();
        PeerSession stress = house.waiting("stress");
        ScriptedCaller devi = caller(walk).pressing(House.DEVIS_ID, Prompt.HOST_ID)
                .pressing(House.DEVIS_PIN + "#1", Prompt.HOST_PIN);
        walk.departures.forEach(departure -> house.stays(devi, stress, departure));
        Ending end = devi.calls(house.volunteerFlow);
        for (int crises = 0; end == Ending.HELP && crises < MOST_QUESTIONS; crises++) {
            end = devi.backFromCrisis().calls(house.volunteerFlow);
        }
        assertThat(end).isIn(Ending.DONE, Ending.HUNG_UP);
        assertThat(devi.questions()).isLessThan(MOST_QUESTIONS);
        nobodyKeepsASeat(house, devi);
    }

    /** Who is in a room, and what is pressed there: each key a call of its own, and what it asks is answered by chance. */
    @Property(tries = 50, seed = SEED)
    void everyKeyOfARoomIsAnsweredAndLeadsBackIntoIt(@ForAll("walks") Walk walk) {
        House house = new House();
        PeerSession stress = house.waiting("stress");
        if (walk.known) {
            assertThat(house.sessions.sessions().takeHostSeat(stress.id(), House.DEVI, new CallId("walker")))
                    .isPresent();
        } else {
            if (walk.hostIsThere) {
                house.sessions.hostComes(stress, House.DEVI);
            }
            assertThat(house.sessions.sessions().takeSeat(stress.id(), Caller.unknown(Language.NEPALI),
                    new CallId("walker"), Language.NEPALI)).isPresent();
        }
        ScriptedCaller walker = whoPresses().named("walker");
        house.comesIn(walker, stress);
        boolean there = true;
        for (String keys : walk.answers) {
            if (there && !keys.isEmpty()) {
                walker.thenPresses(walk.during.toArray(String[]::new)).pressedAhead(keys);
                Ending end = walker.calls(house.roomKeys);
                // a host's second 0 is the crisis path: the exchange lets them out of the room
                assertThat(end).isIn(Ending.DONE, Ending.HUNG_UP, Ending.HELP);
                there = end == Ending.DONE;
            }
        }
        assertThat(walker.questions()).isLessThan(MOST_QUESTIONS);
        nobodyKeepsASeat(house, walker);
    }

    /** Once the exchange has told that the call is over, each stay has its end. */
    private static void nobodyKeepsASeat(House house, ScriptedCaller caller) {
        house.sessions.exchangeTells(new TelephonyEvent.HungUp(caller.id(), house.clock.instant()));
        assertThat(house.sessions.participationsOf(caller.id()))
                .allSatisfy(stay -> assertThat(stay.isOpen()).as("%s", stay.outcome()).isFalse());
    }

    private static ScriptedCaller caller(Walk walk) {
        ScriptedCaller caller = whoPresses(walk.answers.toArray(String[]::new)).metAt(walk.metAt);
        List<Prompt> sentences = List.of(Prompt.WELCOME_FIRST, Prompt.CONSENT_MINOR, Prompt.GREETING, Prompt.MAIN_MENU,
                Prompt.GROUP_LIST_KEYS, Prompt.ROOM_RULES, Prompt.RATING, Prompt.RATING_LOW, Prompt.GOODBYE);
        for (int i = 0; i < walk.during.size(); i++) {
            caller.pressing(walk.during.get(i), sentences.get(i % sentences.size()));
        }
        return caller;
    }

    /** A caller has a seat at most as long as the call lasts or may come back, and never two at once. */
    private static void seatsAreTrue(House house, ScriptedCaller caller) {
        assertThat(house.sessions.participationsOf(caller.id())).filteredOn(seat -> seat.isOpen())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(house.sessions.participationsOf(caller.id())).allSatisfy(seat -> assertThat(seat.outcome()
                .orElse(Outcome.LEFT)).isNotIn(Outcome.UNSEEN, Outcome.DROPPED));
    }

    @Provide
    Arbitrary<Walk> walks() {
        // mostly the key that leads on: else most walks would end before they came anywhere
        Arbitrary<String> keys = Arbitraries.frequencyOf(Tuple.of(25, Arbitraries.just("1")),
                Tuple.of(10, Arbitraries.strings().withChars("1111222345789*#").ofMinLength(1).ofMaxLength(2)),
                Tuple.of(4, Arbitraries.just("")),
                Tuple.of(2, Arbitraries.just("0")), Tuple.of(1, Arbitraries.just(ScriptedCaller.HANGS_UP)));
        Arbitrary<Step> steps = Arbitraries.frequency(Tuple.of(5, Step.START), Tuple.of(1, Step.MENU),
                Tuple.of(1, Step.ROOM), Tuple.of(1, Step.RATING));
        return net.jqwik.api.Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false), steps,
                keys.list().ofMinSize(4).ofMaxSize(30), keys.list().ofMaxSize(3),
                Arbitraries.of(Departure.class).list().ofSize(60)).as(Walk::new);
    }
}
