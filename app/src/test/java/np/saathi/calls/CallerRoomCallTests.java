package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.caller.Ban;
import np.saathi.caller.Bans;
import np.saathi.caller.Callers;
import np.saathi.dev.pstn.Phone;
import np.saathi.joining.Callbacks;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.PhoneNumber;

/** A caller's way to, in and out of a group, where it is not the plain one. */
@CallTests
@Order(2)
class CallerRoomCallTests {
    private static final int ASHAS_VOICE = 440;
    /** A fifth higher. */
    private static final int DISGUISED = 660;
    private static final int CHANDRAS_VOICE = 807;
    private static final Duration A_LONG_SENTENCE = Duration.ofSeconds(30);
    private final TestLine line;

    CallerRoomCallTests(TestLine line) {
        this.line = line;
    }

    /** For who has the line next. */
    @AfterEach
    void voicesAreAsTheyAre() {
        line.database().sql("UPDATE category SET voice_disguise = FALSE").update();
    }

    @Test
    void whoIsTroubledTellsItByThreeAndOneAndTheHostAloneHearsOfIt() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI);
                Phone chandra = line.callerInTheGroup(NEPALI);
                Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            asha.presses("3");
            asha.heard().awaitPrompt("room.wrong", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("room.wrong.somebody", "ne", SOON);
            devi.heard().awaitPrompt("host.troubled", "ne", SOON);
            assertThat(flags(group)).containsExactly("SOMEBODY");

            asha.presses("3");
            asha.heard().awaitPrompt("room.wrong", "ne", SOON);
            asha.presses("2");
            asha.heard().awaitPrompt("room.wrong.host", "ne", SOON);
            Eventually.is(() -> flags(group).equals(List.of("SOMEBODY", "HOST")));
            Span.of(devi, Duration.ofSeconds(3));
            assertThat(devi.heard().times("host.troubled", "ne")).as("of a complaint the host hears nothing")
                    .hasSize(1);
            assertThat(chandra.heard().times("host.troubled", "ne")).isEmpty();
            assertThat(chandra.heard().times("room.wrong", "ne")).isEmpty();
        }
    }

    private List<String> flags(Group group) {
        return line.database().sql("SELECT kind FROM room_flag WHERE session_id = ? ORDER BY id").param(group.id())
                .query(String.class).list();
    }

    @Test
    void whoseCallWasCutIsBackInTheSeatByOneKeyAndAsMutedAsBefore() {
        line.group(NEPALI, 8);
        String number = line.knownNumber(NEPALI);
        try (Phone devi = line.hostInTheRoom(line.people().devi()); Phone asha = inTheGroup(number)) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            asha.speaks(ASHAS_VOICE);
            devi.heard().awaitTone(ASHAS_VOICE, SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("room.muted", "ne", SOON);
            devi.heard().awaitNoTone(ASHAS_VOICE, SOON);
            asha.hangsUp();
            try (Phone again = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
                again.heard().awaitInOrder("ne", SOON, "greeting", "seat.lost");
                again.presses("1");
                again.heard().awaitInOrder("ne", SOON, "category.stress", "room.muted");
                again.speaks(ASHAS_VOICE);
                again.presses("9"); // in at once
                again.heard().awaitPrompt("room.alone", "ne", SOON); // as one hears it who is in
                Span silent = Span.of(devi, Duration.ofSeconds(2));
                assertThat(devi.heard().lacksTone(ASHAS_VOICE, silent.from(), silent.to())).isTrue();
                again.presses("1");
                again.heard().awaitPrompt("room.unmuted", "ne", SOON);
                devi.heard().awaitTone(ASHAS_VOICE, SOON);
            }
        }
    }

    private Phone inTheGroup(String number) {
        Phone phone = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place();
        phone.heard().awaitPrompt("greeting", "ne", SOON);
        phone.presses("1");
        phone.heard().awaitPrompt("category.stress", "ne", SOON);
        phone.presses("9"); // not the rules today
        return phone;
    }

    @Test
    void aDisguisedVoiceIsHeardAFifthHigherAndTheCallerHearsTheOthersAsTheyAre() {
        line.database().sql("UPDATE category SET voice_disguise = TRUE WHERE code = 'stress'").update();
        line.group(NEPALI, 8);
        String number = line.knownNumber(NEPALI);
        Callers callers = line.app().bean(Callers.class);
        callers.disguises(callers.known(PhoneNumber.parse(number)).orElseThrow(), true);
        try (Phone devi = line.hostInTheRoom(line.people().devi());
                Phone asha = inTheGroup(number);
                Phone chandra = line.callerInTheGroup(NEPALI)) {
            asha.speaks(ASHAS_VOICE);
            devi.heard().awaitTone(DISGUISED, SOON);
            chandra.heard().awaitTone(DISGUISED, SOON);
            Span span = Span.of(chandra, Duration.ofSeconds(2));
            assertThat(chandra.heard().lacksTone(ASHAS_VOICE, span.from(), span.to())).isTrue();
            chandra.speaks(CHANDRAS_VOICE);
            asha.heard().awaitTone(CHANDRAS_VOICE, SOON);
        }
    }

    @Test
    void whenNoHostComesCallersHearOfOtherChoicesAndThenWhyItIsGivenUp() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI)) {
            begunBefore(group, Duration.ofMinutes(5));
            asha.heard().awaitPrompt("waiting.late", "ne", SOON);
            asha.presses("*");
            asha.heard().awaitPrompt("choices.waiting", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("group.noother", "ne", SOON);
            asha.heard().awaitPrompt("choices.waiting", "ne", SOON);
            asha.presses("*");
            Eventually.is(() -> group.inRoom() == 1);
            begunBefore(group, Duration.ofMinutes(15));
            asha.heard().awaitInOrder("ne", SOON, "room.nohost", "choices.instead");
            assertThat(group.state()).isEqualTo(SessionState.CANCELLED);
            assertThat(group.outcomes()).containsExactly("CANCELLED");
            asha.presses("#");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
        }
    }

    private void begunBefore(Group group, Duration ago) {
        line.database().sql("UPDATE peer_session SET starts_at = UTC_TIMESTAMP(3) - INTERVAL ? SECOND WHERE id = ?")
                .params(ago.toSeconds(), group.id()).update();
    }

    @Test
    void whoHidesTheNumberAndIsTakenOutHearsWhereHelpIsAndIsOfferedOnlyWhatNeedsNoNumber() {
        Group group = line.group(ENGLISH, 8);
        try (Phone hidden = line.exchange().calls(TestLine.CALLER_NUMBER).withheld().place()) {
            TestLine.consentHeard(hidden, "consent.forget");
            hidden.presses("1");
            hidden.heard().awaitInOrder("en", SOON, "consent.withheld", "main.menu");
            hidden.presses("1");
            hidden.heard().awaitPrompt("room.rules", "en", SOON);
            hidden.presses("9");
            try (Phone ekta = line.hostInTheRoom(line.people().ekta())) {
                hidden.heard().awaitPrompt("room.open", "en", SOON);
                ekta.presses("312");
                ekta.heard().awaitPrompt("host.remove.confirm", "ne", SOON);
                ekta.presses("1");
                hidden.heard().awaitInOrder("en", SOON, "room.removed", "banned.help", "rating");
                hidden.presses("#");
                hidden.heard().awaitPrompt("main.menu", "en", SOON);
                hidden.presses("1");
                hidden.heard().awaitInOrder("en", SOON, "room.removed", "banned.help", "choices.instead.withheld");
                WrongKeys.thrice(hidden, "choices.instead.withheld", "en", "2");
                hidden.heard().awaitPrompt("main.menu", "en", SOON);
                assertThat(group.outcomes()).containsExactly("REMOVED");
            }
        }
    }

    @Test
    void whoHasWaitedAsLongAsOneMayIsToldSoAndHasChoices() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI)) {
            Eventually.is(() -> group.inRoom() == 1);
            line.database().sql("UPDATE participant SET taken_at = taken_at - INTERVAL 15 MINUTE WHERE session_id = ?")
                    .param(group.id()).update();
            asha.heard().awaitInOrder("ne", SOON, "waiting.long", "choices.instead");
            assertThat(group.outcomes()).containsExactly("TIME_UP");
        }
    }

    @Test
    void whoFindsNoGroupOpenHearsWhenTheNextOneIs() {
        Group group = line.group(NEPALI, 8);
        beginsIn(group, 1);
        try (Phone asha = line.returningCaller(NEPALI)) {
            asha.presses("1");
            asha.heard().awaitInOrder("ne", SOON, "group.none", "group.next", "category.stress", "choices.none");
            asha.presses("2");
            asha.heard().awaitInOrder("ne", SOON, "callback.offer", "callback.shows", "callback.safe");
            asha.presses("*");
            asha.heard().awaitInOrder("ne", SOON, "callback.left", "choices.none");
            WrongKeys.twice(asha, "choices.none", "ne", "7");
            assertThat(rings(group)).isZero();
            wantsToBeRung(asha);
            asha.heard().awaitInOrder("ne", SOON, "callback.kept", "main.menu");
            assertThat(rings(group)).isOne();
        } finally {
            line.database().sql("DELETE FROM ring WHERE purpose = 'GROUP'").update();
        }
    }

    private int rings(Group group) {
        return line.database().sql("SELECT COUNT(*) FROM ring WHERE purpose = 'GROUP' AND subject = ?")
                .param(Long.toString(group.id())).query(Integer.class).single();
    }

    @Test
    void whoCanNotBeRungHearsWhyAndHasTheOtherChoices() {
        Group group = line.group(NEPALI, 8);
        beginsIn(group, 8);
        String number = line.knownNumber(NEPALI);
        Optional<PhoneNumber> phone = PhoneNumber.parse(number);
        AccountId account = line.app().bean(Callers.class).known(phone).orElseThrow().account().orElseThrow();
        try (Phone asha = line.exchange().calls(TestLine.CALLER_NUMBER).from(number).place()) {
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            asha.presses("1");
            asha.heard().awaitPrompt("choices.none", "ne", A_LONG_SENTENCE);
            asha.presses("2");
            asha.heard().awaitInOrder("ne", SOON, "callback.toofar", "choices.none");
            asha.presses("*");
            asha.heard().awaitPrompt("main.menu", "ne", SOON);
            beginsIn(group, 1);
            asha.presses("1");
            asha.heard().awaitPrompt("choices.none", "ne", A_LONG_SENTENCE);
            PeerSession tomorrow = line.app().bean(Sessions.class).find(group.id()).orElseThrow();
            for (int asked = 0; asked < 3; asked++) {
                assertThat(line.app().bean(Callbacks.class).ask(tomorrow, Optional.of(account), phone.orElseThrow(),
                        NEPALI)).isEqualTo(Callbacks.Taken.KEPT);
            }
            wantsToBeRung(asha);
            asha.heard().awaitInOrder("ne", SOON, "callback.toomany", "choices.none");
            var unused = line.app().bean(Bans.class).ban(account, Ban.Reason.MISUSE, Optional.of(3),
                    line.people().adminId());
            wantsToBeRung(asha);
            asha.heard().awaitInOrder("ne", SOON, "callback.maynot", "choices.none");
        } finally {
            line.database().sql("DELETE FROM ring WHERE purpose = 'GROUP'").update();
        }
    }

    private void beginsIn(Group group, int days) {
        line.database()
                .sql("UPDATE peer_session SET state = 'SCHEDULED', starts_at = UTC_TIMESTAMP(3) + INTERVAL ? DAY "
                        + "WHERE id = ?")
                .params(days, group.id()).update();
    }

    private static void wantsToBeRung(Phone phone) {
        phone.presses("2");
        phone.heard().awaitPrompt("callback.safe", "ne", A_LONG_SENTENCE);
        phone.presses("1");
    }
}
