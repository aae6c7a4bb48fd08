package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.dev.TestTimes;
import np.saathi.dev.hearing.PromptHeard;
import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.pstn.CalledNumber;
import np.saathi.dev.pstn.Phone;

/** Who is looked for when somebody presses 0, in which order, and how the call goes on afterwards. */
@CallTests
class CrisisPathTests {
    private static final String FIRST = "9771100001";
    private static final String SECOND = "9771100002";
    private static final String THIRD = "9771100003";
    private static final int ASHAS_VOICE = 453;
    private static final int DEVIS_VOICE = 1077;
    private static final int HELPERS_VOICE = 339;
    private static final int VOICEMAILS_VOICE = 1000;
    private final TestLine line;

    CrisisPathTests(TestLine line) {
        this.line = line;
    }

    @BeforeEach
    void forgetEarlierCalls() {
        // Their notes are on the way until the app has taken them.
        Eventually.is(() -> line.channels().isEmpty() && line.services().asterisk().process()
                .ask("database show crisis").contains("0 results found"));
        line.database().sql("DELETE FROM crisis_record").update();
    }

    private CalledNumber number(String digits) {
        return line.exchange().number(digits);
    }

    private static Duration since(Instant moment, Instant later) {
        return Duration.between(moment, later);
    }

    /** The one record of a crisis call that was made, as soon as it is. */
    private Map<String, Object> record() {
        Eventually.is(() -> !line.database().sql("SELECT id FROM crisis_record").query().listOfRows().isEmpty());
        return line.database().sql("SELECT * FROM crisis_record").query().singleRow();
    }

    @Test
    void whoPressesOneIsConnectedAVoicemailIsNotAndStarLeadsBackToTheSeat() {
        number(FIRST).isVoicemail();
        number(SECOND).accepts("crisis.accept", "ne");
        Group group = line.group(NEPALI, 8);
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST).duty(SECOND);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone asha = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            devi.speaks(DEVIS_VOICE);
            asha.speaks(ASHAS_VOICE);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            chandra.heard().awaitTone(ASHAS_VOICE, SOON);

            Instant pressed = Instant.now();
            Phone.Press zero = asha.presses("0");
            assertThat(since(pressed, number(FIRST).awaitRung(SOON)))
                    .isLessThan(MachineSpeed.stretched(Duration.ofSeconds(1)));
            Quickly.follows(asha, zero.down(), asha.heard().awaitNoTone(DEVIS_VOICE, SOON), Duration.ofMillis(300));
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            devi.heard().awaitInOrder("ne", SOON, "host.seat", "number.2", "host.seat.help");

            // The dialplan counts whole seconds: not more than one of them may be missing.
            assertThat(since(pressed, number(SECOND).awaitRung(SOON)))
                    .isGreaterThan(TestTimes.CRISIS_JOIN.minusSeconds(1));
            asha.heard().awaitPrompt("crisis.connected", "ne", SOON);
            Phone helper = number(SECOND).awaitAnswered(SOON);
            helper.speaks(HELPERS_VOICE);
            asha.heard().awaitTone(HELPERS_VOICE, SOON);
            helper.heard().awaitTone(ASHAS_VOICE, SOON);
            Duration connected = asha.heard().now();
            talks(asha, TestTimes.CRISIS_TALK.plusSeconds(1));

            asha.presses("*");
            asha.heard().awaitPrompt("crisis.back", "ne", SOON);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            chandra.heard().awaitTone(ASHAS_VOICE, SOON);
            assertThat(asha.heard().lacksTone(VOICEMAILS_VOICE, zero.down(), connected)).isTrue();
            assertThat(chandra.heard().times("host.seat.help", "ne")).isEmpty();
            assertThat(group.outcomes()).containsExactly("null", "null");
            assertThat(line.database().sql("SELECT seat FROM participant WHERE session_id = ? AND role = 'CALLER' "
                    + "ORDER BY id").param(group.id()).query(Integer.class).list()).containsExactly(1, 2);
            assertThat(helper.awaitHangUp(SOON)).isPositive();
            assertThat(record()).containsEntry("step", "duty").containsEntry("outcome", "talked");
        }
    }

    @Test
    void whoHangsUpOnTheCallerAtOnceWasNoHelpTheSearchGoesOn() {
        number(FIRST).answers(person -> {
            person.heard().awaitPrompt("crisis.accept", "ne", SOON);
            person.presses("A1"); // a letter, which some networks can send, is no key
            person.heard().awaitTone(ASHAS_VOICE, SOON);
            person.hangsUp();
        });
        number(SECOND).answers(Phone::hangsUp);
        number(THIRD).answers(helpline -> helpline.speaks(HELPERS_VOICE));
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST).helpline(SECOND).helpline(THIRD);
                Phone asha = line.returningCaller(NEPALI)) {
            asha.speaks(ASHAS_VOICE);
            // Their call has been up for longer than a talk must last: that is not what counts.
            talks(asha, TestTimes.CRISIS_TALK.plusSeconds(1));
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connected", "ne", SOON);
            number(SECOND).awaitRung(SOON);
            asha.heard().awaitTone(HELPERS_VOICE, SOON);
            Phone helpline = number(THIRD).awaitAnswered(SOON);
            helpline.heard().awaitTone(ASHAS_VOICE, SOON);
            talks(asha, TestTimes.CRISIS_TALK.plusSeconds(1));
            asha.hangsUp();
            assertThat(record()).containsEntry("step", "helpline").containsEntry("outcome", "talked");
        }
    }

    @Test
    void helplinesAreTriedInOrderStarTriesTheNextAndATalkLeadsBack() {
        number(FIRST).isBusy();
        number(SECOND).ringsOnly();
        number(THIRD).answers(helpline -> helpline.speaks(HELPERS_VOICE));
        try (CrisisRoster roster = CrisisRoster.on(line).helpline(FIRST, "*", "ne en").helpline("9771100008", closed(),
                "*").helpline("9771100009", "*", "en").helpline(SECOND);
                Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            asha.heard().awaitInOrder("ne", SOON, "crisis.heard");
            number(FIRST).awaitRung(SOON);
            number(SECOND).awaitRung(SOON);
            asha.presses("*");
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            assertThat(line.exchange().rung()).doesNotContain("9771100008", "9771100009");
        }
        try (CrisisRoster roster = CrisisRoster.on(line).duty("9771100008", closed()).helpline(SECOND).helpline(THIRD);
                Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.heard", "ne", SOON);
            asha.heard().awaitPrompt("crisis.helpline.trying", "ne", SOON);
            number(SECOND).awaitRung(SOON);
            asha.types("**"); // one press, as networks bring it that send it by two ways
            asha.heard().awaitTone(HELPERS_VOICE, SOON);
            Phone helpline = number(THIRD).awaitAnswered(SOON);
            talks(asha, TestTimes.CRISIS_TALK.plusSeconds(1));
            helpline.hangsUp();
            asha.heard().awaitPrompt("crisis.spoke", "ne", SOON);
            asha.presses("*");
            asha.heard().awaitPrompt("crisis.back", "ne", SOON);
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            assertThat(line.exchange().rung()).doesNotContain("9771100008");
        }
    }

    @Test
    void aHelplineThatTalkedMayBeAMachineSilenceSearchesOnAndOneLeadsBackAfterTheNumbers() {
        List.of(FIRST, SECOND).forEach(helpline -> number(helpline).answers(machine -> {
            machine.speaks(VOICEMAILS_VOICE);
            talks(machine, TestTimes.CRISIS_TALK.plusSeconds(1));
            machine.hangsUp();
        }));
        try (CrisisRoster roster = CrisisRoster.on(line).helpline(FIRST).helpline(SECOND);
                Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            asha.heard().awaitTone(VOICEMAILS_VOICE, SOON);
            asha.heard().awaitPrompt("crisis.spoke", "ne", SOON);
            number(SECOND).awaitRung(SOON);
            asha.heard().awaitInOrder("ne", SOON, "crisis.spoke");
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "crisis.numbers", "helpline.suicide", "crisis.back", "main.menu");
            assertThat(record()).containsEntry("step", "helpline").containsEntry("outcome", "talked");
        }
    }

    @Test
    void whoHangsUpInAShortTalkHasTalkedWithNobody() {
        number(FIRST).answers(helpline -> helpline.speaks(HELPERS_VOICE));
        try (CrisisRoster roster = CrisisRoster.on(line).helpline(FIRST); Phone asha = line.returningCaller(NEPALI)) {
            talks(asha, TestTimes.CRISIS_TALK.plusSeconds(1));
            asha.presses("0");
            asha.heard().awaitTone(HELPERS_VOICE, SOON);
            asha.hangsUp();
            assertThat(record()).containsEntry("step", "helpline").containsEntry("outcome", "gone");
        }
    }

    @Test
    void whoMovedHasNotAnsweredAndIsNotFollowed() {
        number(FIRST).moved("sip:1661@127.0.0.1");
        number(SECOND).moved("sip:1661@127.0.0.1");
        number(THIRD).moved("sip:1660@127.0.0.1");
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST).helpline(SECOND).helpline(THIRD);
                Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            number(FIRST).awaitRung(SOON);
            number(SECOND).awaitRung(SOON);
            number(THIRD).awaitRung(SOON);
            assertThat(asha.heard().times("host.id", "ne")).isEmpty();
            assertThat(line.channels()).hasSize(1);
        }
    }

    @Test
    void ourOwnNumbersAreNotDialledInWhateverShapeTheyAreWritten() {
        List<String> own = List.of("1660", "1661", "+9771660", "9771661", "01660", "009771661", "+97701660",
                "014200042", "+97714200042", "9800000099");
        line.services().asterisk().process().ask("dialplan set global PILOT_NUMBERS 014200042,+9779800000099");
        try (CrisisRoster roster = CrisisRoster.on(line); Phone asha = line.returningCaller(NEPALI)) {
            own.forEach(number -> roster.duty(number).helpline(number));
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
            assertThat(line.exchange().rung()).doesNotContainAnyElementsOf(own);
        }
    }

    @Test
    void onePhoneIsRungForOneInNeedAtATimeTheNextOneGetsTheNextPhone() {
        List.of(FIRST, SECOND, THIRD).forEach(duty -> number(duty).ringsOnly());
        long before = rung(FIRST);
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST).duty(SECOND).duty(THIRD);
                Phone asha = line.returningCaller(NEPALI);
                Phone bikash = line.returningCaller(NEPALI)) {
            asha.presses("0");
            number(FIRST).awaitRung(SOON);
            bikash.presses("0");
            number(THIRD).awaitRung(SOON);
            number(SECOND).awaitRung(SOON);
            assertThat(rung(FIRST)).isEqualTo(before + 1);
        }
    }

    @Test
    void aNumberIsDialledInTheTrunksShapeAndAShortOneAsItIs() {
        number("9779800000088").ringsOnly();
        number("1166").isBusy();
        try (CrisisRoster roster = CrisisRoster.on(line).duty("09800000088").helpline("1166");
                Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            number("9779800000088").awaitRung(SOON);
            number("1166").awaitRung(Duration.ofSeconds(45));
        }
    }

    private static void talks(Phone phone, Duration length) {
        Duration end = phone.heard().now().plus(length);
        while (phone.heard().now().compareTo(end) < 0) {
            Span.of(phone, Duration.ofSeconds(1));
        }
    }

    private long rung(String number) {
        return line.exchange().rung().stream().filter(number::equals).count();
    }

    /** An hour that is not now in Nepal. */
    private static String closed() {
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Kathmandu"));
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
        return now.plusHours(2).format(minutes) + "-" + now.plusHours(3).format(minutes);
    }

    @Test
    void withNobodyOnAnyListTheNumbersAreSpokenAtOnceAndStarLeadsBack() {
        try (CrisisRoster roster = CrisisRoster.on(line); Phone asha = line.returningCaller(NEPALI)) {
            Phone.Press zero = asha.presses("0");
            Duration sorry = asha.heard().awaitPrompt("crisis.sorry", "ne", SOON).start();
            Quickly.follows(asha, zero.down(), sorry, Duration.ofSeconds(1));
            Duration first = asha.heard().awaitPrompt("helpline.suicide", "ne", SOON).start();
            Duration stay = asha.heard().awaitPrompt("crisis.stay", "ne", Duration.ofSeconds(40)).start();
            assertThat(spoken(asha, first, stay)).containsExactly("helpline.suicide", "number.1", "number.1",
                    "number.6", "number.6", "crisis.again", "number.1", "number.1", "number.6", "number.6",
                    "helpline.ambulance", "number.1", "number.0", "number.2", "crisis.again", "number.1", "number.0",
                    "number.2");
            Phone.Press star = asha.presses("*");
            asha.heard().awaitPrompt("crisis.back", "ne", SOON);
            Duration over = asha.heard().now();
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            // It begins between the key and its first words, and is counted in whole seconds.
            long atLeast = star.down().minus(sorry).toSeconds();
            long atMost = over.minus(zero.down()).toSeconds() + 1;
            assertThat(record()).containsEntry("step", "numbers").containsEntry("outcome", "numbers")
                    .hasEntrySatisfying("seconds",
                            seconds -> assertThat(((Integer) seconds).longValue()).isBetween(atLeast, atMost))
                    .containsOnlyKeys("id", "note_hash", "started_at", "step", "seconds", "outcome");
        }
    }

    static List<String> spoken(Phone phone, Duration from, Duration to) {
        Duration little = Duration.ofMillis(100);
        return phone.heard().prompts(from.minus(little), to.minus(little)).stream().map(heard -> heard.key()).toList();
    }

    /** The first person on duty has answered, and is being asked whether they take the call. */
    private Phone awaitAsked() {
        Phone person = number(FIRST).awaitAnswered(SOON);
        person.heard().awaitPrompt("crisis.accept", "ne", SOON);
        return person;
    }

    @Test
    void whoIsStillAskedWhenTheCallerGoesBackIsLetGo() {
        number(FIRST).answers(person -> {});
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST); Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            awaitAsked();
            asha.presses("*");
            asha.heard().awaitPrompt("crisis.back", "ne", SOON);
            isLetGoBeforeTheQuestionIsOver(number(FIRST).awaitAnswered(SOON));
        }
    }

    @Test
    void whoIsStillAskedWhenTheCallerHangsUpIsLetGo() {
        number(FIRST).answers(person -> {});
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST); Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            awaitAsked();
            asha.hangsUp();
            isLetGoBeforeTheQuestionIsOver(number(FIRST).awaitAnswered(SOON));
            assertThat(record()).containsEntry("step", "duty").containsEntry("outcome", "gone");
        }
    }

    @Test
    void whoIsStillAskedWhenAnotherTakesTheCallIsLetGo() {
        number(FIRST).answers(TestTimes.CRISIS_JOIN.minusSeconds(1), person -> {});
        number(SECOND).accepts("crisis.accept", "ne");
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST).duty(SECOND);
                Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            awaitAsked();
            asha.heard().awaitPrompt("crisis.connected", "ne", SOON);
            isLetGoBeforeTheQuestionIsOver(number(FIRST).awaitAnswered(SOON));
            Phone helper = number(SECOND).awaitAnswered(SOON);
            helper.speaks(HELPERS_VOICE);
            asha.heard().awaitTone(HELPERS_VOICE, SOON);
        }
    }

    private static void isLetGoBeforeTheQuestionIsOver(Phone person) {
        Duration letGo = person.awaitHangUp(SOON);
        PromptHeard question = person.heard().times("crisis.accept", "ne").getFirst();
        assertThat(letGo).isLessThan(question.start().plus(question.length()).plus(TestTimes.CRISIS_ACCEPT));
    }

    @Test
    void whoPressesOneTooLateIsToldThatTheCallerIsGone() {
        number(FIRST).answers(person -> {});
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST); Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("0");
            Phone person = awaitAsked();
            noLongerWaits();
            person.presses("1");
            person.heard().awaitPrompt("crisis.gone", "ne", SOON);
            assertThat(person.awaitHangUp(SOON)).isPositive();
            assertThat(asha.heard().times("crisis.connected", "ne")).isEmpty();
        }
    }

    /** The moment between the caller's going and the letting go, held fast: no test could hit it. */
    private void noLongerWaits() {
        for (String row : line.channels()) {
            String unused = line.services().asterisk().process().ask(
                    "dialplan set chanvar " + row.substring(0, row.indexOf('!')) + " SHARED(CRISIS_WAITS) over");
        }
    }

    @Test
    void zeroWhileWaitingAndInTheRatingFindsSomebodyAndComesBackThere() {
        number(FIRST).ringsOnly();
        Group group = line.group(NEPALI, 8);
        try (CrisisRoster roster = CrisisRoster.on(line).duty(FIRST); Phone asha = line.callerInTheGroup(NEPALI)) {
            Eventually.is(() -> group.inRoom() == 1);
            Span music = Span.of(asha, Duration.ofSeconds(1));
            assertThat(asha.heard().audibleShare(music.from(), music.to())).isPositive();
            asha.presses("0");
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            asha.presses("*");
            asha.heard().awaitPrompt("crisis.back", "ne", SOON);
            Eventually.is(() -> group.outcomes().equals(List.of("null")));
            try (Phone devi = line.hostInTheRoom(line.people().devi())) {
                devi.speaks(DEVIS_VOICE);
                asha.heard().awaitTone(DEVIS_VOICE, SOON);
                asha.presses("#");
                var rating = asha.heard().awaitPrompt("rating", "ne", SOON);
                Phone.Press zero = asha.presses("0");
                Duration stopped = asha.heard().awaitEndOf(rating, SOON).at();
                Quickly.follows(asha, zero.down(), stopped, Duration.ofMillis(300));
                asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
                asha.presses("*");
                asha.heard().awaitPrompt("crisis.back", "ne", SOON);
                asha.heard().awaitPrompt("rating", "ne", SOON);
                asha.presses("2");
                asha.heard().awaitPrompt("rating.low", "ne", SOON);
                Eventually.is(() -> group.ratings().equals(List.of(2)));
            }
        }
    }
}
