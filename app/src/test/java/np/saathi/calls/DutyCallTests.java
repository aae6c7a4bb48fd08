package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.ENGLISH;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.dev.DemoPhones;
import np.saathi.dev.pstn.CalledNumber;
import np.saathi.dev.pstn.Phone;
import np.saathi.message.Content;
import np.saathi.message.Message;
import np.saathi.message.Messages;
import np.saathi.operation.Operation;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;
import np.saathi.telephony.PhoneNumber;

/** Who is on duty is rung for what must not wait: the first phone of the roster is Maya's, and the second is Nima's. */
@CallTests
@Order(1)
class DutyCallTests {
    private static final int MAYAS_VOICE = 640;
    private static final int DEVIS_VOICE = 1077;
    private final TestLine line;

    DutyCallTests(TestLine line) {
        this.line = line;
    }

    /** What earlier tests raised is not this one's. */
    @BeforeEach
    void nothingIsToldOfBefore() {
        line.database().sql("UPDATE alert SET state = 'UNANSWERED' WHERE state = 'OPEN'").update();
        line.database().sql("DELETE FROM ring WHERE purpose = 'DUTY'").update();
        // A phone that is being rung for what was told before would ring for longer than anybody waits here.
        String unused = line.services().asterisk().process().ask("channel request hangup all");
        Eventually.is(() -> line.channels().isEmpty());
    }

    @AfterAll
    static void nobodyIsThere(TestLine line) {
        line.exchange().number(DemoPhones.VOICEMAIL).refuses();
        line.exchange().number(DemoPhones.DUTY).refuses();
    }

    private CalledNumber mayaIsOnDuty() {
        return line.exchange().number(DemoPhones.VOICEMAIL).answers(phone -> {});
    }

    /** Maya, who pressed 1 and hears what it is. */
    private static Phone hears(CalledNumber number, String alert) {
        Phone maya = number.awaitAnswered(SOON);
        hears(maya, alert);
        return maya;
    }

    private static void hears(Phone maya, String alert) {
        maya.heard().awaitPrompt("ring.duty", "ne", SOON);
        maya.presses("1");
        maya.heard().awaitInOrder("ne", SOON, alert, "category.stress", "alert.take");
    }

    private static void complainsOfTheHost(Phone asha) {
        asha.heard().awaitPrompt("room.open", "ne", SOON);
        asha.presses("32");
        asha.heard().awaitPrompt("room.wrong.host", "ne", SOON);
    }

    private static void comesIn(Phone maya, Phone host) {
        maya.presses("1");
        maya.heard().awaitPrompt("alert.entering", "ne", SOON);
        host.heard().awaitPrompt("host.duty.here", "ne", SOON);
    }

    @Test
    void aComplaintOfTheHostIsHeardTwiceTakenAndLeadsIntoTheRoomAndTheHostIsNotTold() {
        Group group = line.group(NEPALI, 8);
        CalledNumber number = mayaIsOnDuty();
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            complainsOfTheHost(asha);
            try (Phone maya = hears(number, "alert.complaint")) {
                maya.presses("2");
                maya.heard().awaitInOrder("ne", SOON, "alert.complaint", "category.stress", "alert.take");
                comesIn(maya, devi);
                maya.speaks(MAYAS_VOICE);
                asha.heard().awaitTone(MAYAS_VOICE, SOON);
                maya.presses("#");
                maya.heard().awaitPrompt("host.goodbye", "ne", SOON);
                maya.awaitHangUp(SOON);
            }
            assertThat(group.state()).isEqualTo(SessionState.LIVE);
            assertThat(devi.heard().times("host.troubled", "ne")).isEmpty();
        }
    }

    @Test
    void whoIsOnDutyTakesTheRoomFromAHostOfWhomACallerComplainedAndThatHostIsOutForThisGroup() {
        Group group = line.group(NEPALI, 8);
        CalledNumber number = mayaIsOnDuty();
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            complainsOfTheHost(asha);
            try (Phone maya = hears(number, "alert.complaint")) {
                comesIn(maya, devi);
                maya.presses("4");
                maya.heard().awaitPrompt("host.room.duty", "ne", SOON);
                WrongKeys.twice(maya, "host.room.duty", "ne", "7");
                maya.presses("5");
                maya.heard().awaitPrompt("host.take.confirm", "ne", SOON);
                maya.presses("*");
                maya.heard().awaitPrompt("host.take.kept", "ne", SOON);
                maya.presses("45");
                maya.heard().awaitPrompt("host.take.confirm", "ne", SOON);
                maya.presses("1");
                maya.heard().awaitPrompt("host.take.done", "ne", SOON);
                devi.heard().awaitInOrder("ne", SOON, "host.taken", "report.intro");
                asha.heard().awaitPrompt("room.taken", "ne", SOON);
                maya.speaks(MAYAS_VOICE);
                asha.heard().awaitTone(MAYAS_VOICE, SOON);
                Span out = Span.of(devi, Duration.ofSeconds(2));
                assertThat(devi.heard().lacksTone(MAYAS_VOICE, out.from(), out.to())).isTrue();
                devi.hangsUp();

                try (Phone again = line.hostAtTheDoor(line.people().devi())) {
                    again.presses("1");
                    again.heard().awaitPrompt("host.taken", "ne", SOON);
                }
                maya.presses("45");
                maya.heard().awaitPrompt("host.take.confirm", "ne", SOON);
                maya.presses("1");
                maya.heard().awaitPrompt("host.take.nobody", "ne", SOON);
                assertThat(group.state()).isEqualTo(SessionState.LIVE);
                assertThat(asha.heard().times("room.held", "ne")).isEmpty();
                assertThat(line.database().sql("SELECT action FROM moderation_act WHERE session_id = ?")
                        .param(group.id()).query(String.class).list()).containsExactly("TAKE");
                maya.hangsUp();
                asha.heard().awaitPrompt("room.held", "ne", SOON);
            }
        }
    }

    @Test
    void aHostsZeroRingsWhoIsOnDutyIntoTheRoomWhichGoesOnMeanwhile() {
        line.group(NEPALI, 8);
        CalledNumber number = mayaIsOnDuty();
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            devi.speaks(DEVIS_VOICE);
            asha.heard().awaitTone(DEVIS_VOICE, SOON);
            devi.presses("0");
            devi.heard().awaitPrompt("host.duty.ringing", "ne", SOON);
            try (Phone maya = hears(number, "alert.room")) {
                comesIn(maya, devi);
                maya.heard().awaitTone(DEVIS_VOICE, SOON);
            }
            assertThat(asha.heard().times("room.held", "ne")).isEmpty();
        }
    }

    @Test
    void whoMayBeAChildIsToldToThoseOnDutyAloneOneAfterAnother() {
        Group group = line.group(NEPALI, 8);
        CalledNumber number = mayaIsOnDuty();
        CalledNumber next = line.exchange().number(DemoPhones.DUTY).answers(phone -> {});
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            devi.presses("314");
            devi.heard().awaitPrompt("host.child.told", "ne", SOON);
            try (Phone maya = hears(number, "alert.child")) {
                WrongKeys.twice(maya, "alert.take", "ne", "7");
                maya.presses("#");
                maya.heard().awaitPrompt("alert.left", "ne", SOON);
                maya.awaitHangUp(SOON);
            }
            try (Phone nima = hears(next, "alert.child")) {
                nima.presses("1");
                nima.heard().awaitPrompt("alert.taken", "ne", SOON);
            }
            assertThat(alerts(group)).containsExactly("MAY_BE_A_CHILD TAKEN");
            assertThat(asha.heard().times("host.child.told", "ne")).isEmpty();
        }
    }

    @Test
    void aReportOfDangerAndAHostWhoIsNotWellEachRingWhoIsOnDuty() {
        Group group = line.group(NEPALI, 8);
        mayaTakes("alert.danger");
        try (Phone devi = line.hostInTheRoom(line.people().devi())) {
            Eventually.is(() -> group.state() == SessionState.LIVE);
            HostReport.endSession(devi);
            devi.heard().awaitInOrder("ne", SOON, "host.ended", "report.intro", "report.risk");
            devi.presses("3");
            devi.heard().awaitInOrder("ne", SOON, "report.risk.danger", "answer.right");
            devi.presses("1");
            devi.heard().awaitPrompt("report.alarm", "ne", SOON);
            devi.heard().awaitPrompt("report.followup", "ne", SOON);
            devi.presses("2");
            devi.heard().awaitPrompt("report.followup.no", "ne", SOON);
            devi.presses("2"); // said wrongly
            devi.heard().awaitPrompt("report.followup", "ne", SOON);
            devi.presses("11");
            devi.heard().awaitPrompt("report.topic", "ne", SOON);
            devi.presses("5");
            devi.heard().awaitPrompt("report.topic.other", "ne", SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("report.note", "ne", SOON);
            devi.presses("1");
            VoiceNote.isSaid(devi, "report.note.speak", "ne", DEVIS_VOICE);
            devi.presses("1");
            devi.heard().awaitPrompt("report.kept", "ne", SOON);
            Eventually.is(() -> alerts(group).equals(List.of("DANGER TAKEN")));
            mayaTakes("alert.unwell");
            devi.heard().awaitPrompt("wellbeing", "ne", SOON);
            devi.presses("2");
            devi.heard().awaitInOrder("ne", SOON, "wellbeing.said", "number.2");
            devi.presses("1");
            devi.heard().awaitPrompt("wellbeing.low", "ne", SOON);
            Eventually.is(() -> alerts(group).equals(List.of("DANGER TAKEN", "HOST_UNWELL TAKEN")));
        }
        assertThat(
                line.database().sql("SELECT COUNT(*) FROM report_voice v JOIN session_report r ON r.id = v.report_id "
                        + "WHERE r.session_id = ?").param(group.id()).query(Integer.class).single())
                .isOne();
    }

    @Test
    void whileNobodyIsOnDutyWhoAsksForThemHearsWhoComesNextAndWhereHelpIs() {
        Group group = line.group(NEPALI, 8);
        String dayAfterTomorrow = line.app().bean(Clock.class).instant().atZone(Operation.NEPAL).getDayOfWeek().plus(2)
                .name().substring(0, 3).toLowerCase(Locale.ROOT);
        line.database().sql("UPDATE duty_phone SET days = ?").param(dayAfterTomorrow).update();
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            asha.presses("32");
            asha.heard().awaitPrompt("room.wrong.host.nobody", "ne", SOON);
            devi.presses("314");
            devi.heard().awaitPrompt("host.child.nobody", "ne", SOON);
            HostReport.endSession(devi);
            devi.heard().awaitPrompt("report.risk", "ne", SOON);
            devi.presses("3");
            devi.heard().awaitInOrder("ne", SOON, "report.risk.danger", "answer.right");
            devi.presses("1");
            devi.heard().awaitPrompt("report.alarm.nobody", "ne", SOON);
            assertThat(alerts(group)).containsExactly("HOST_COMPLAINT OPEN", "MAY_BE_A_CHILD OPEN", "DANGER OPEN");
        } finally {
            line.database().sql("UPDATE alert SET state = 'UNANSWERED' WHERE state = 'OPEN'").update();
            line.database().sql("UPDATE duty_phone SET days = '*'").update();
        }
    }

    @Test
    void whenNobodyOnDutyComesTheHostIsToldAndZeroTwiceIsTheCrisisPath() {
        line.group(NEPALI, 8);
        nobodyIsThere(line);
        try (Phone devi = line.hostInTheRoom(line.people().devi()); Phone asha = line.callerInTheGroup(NEPALI)) {
            asha.heard().awaitPrompt("room.alone", "ne", SOON);
            devi.presses("0");
            devi.heard().awaitInOrder("ne", SOON, "host.duty.ringing", "host.duty.nobody");
            devi.presses("0");
            devi.heard().awaitPrompt("host.duty.ringing", "ne", SOON);
            devi.presses("0");
            devi.heard().awaitPrompt("crisis.connecting", "ne", SOON);
        }
    }

    @Test
    void whoTakesAnAlertWhoseGroupIsOverByThenIsThankedAndLetGo() {
        Group group = line.group(NEPALI, 8);
        CalledNumber number = mayaIsOnDuty();
        try (Phone devi = line.hostInTheRoom(line.people().devi())) {
            Eventually.is(() -> group.state() == SessionState.LIVE);
            devi.presses("0");
            devi.heard().awaitPrompt("host.duty.ringing", "ne", SOON);
            try (Phone maya = hears(number, "alert.room")) {
                line.app().bean(Sessions.class).end(group.id());
                maya.presses("1");
                maya.heard().awaitPrompt("alert.gone", "ne", SOON);
                maya.awaitHangUp(SOON);
            }
        }
    }

    @Test
    void aGroupForWhichNoHostCameIsToldToWhoIsOnDuty() {
        Group group = line.group(NEPALI, 8);
        CalledNumber number = mayaIsOnDuty();
        line.app().bean(Sessions.class).cancelNoHost(group.id());
        takes(number, "alert.nohost");
        assertThat(alerts(group)).containsExactly("NO_HOST TAKEN");
    }

    @Test
    void onePhoneIsRungForOneAlertAtATimeAndForACrisisCallBeforeAnyOther() {
        CalledNumber maya = line.exchange().number(DemoPhones.VOICEMAIL).ringsOnly();
        line.exchange().number(DemoPhones.DUTY).refuses();
        try (Phone asha = line.returningCaller(NEPALI)) {
            long before = rung(DemoPhones.VOICEMAIL);
            Sessions sessions = line.app().bean(Sessions.class);
            sessions.cancelNoHost(line.group(NEPALI, 8).id());
            sessions.cancelNoHost(line.group(ENGLISH, 8).id());
            maya.awaitRung(SOON);
            Eventually.is(
                    () -> line.database().sql("SELECT COUNT(*) FROM ring WHERE purpose = 'DUTY' AND over_at IS NULL "
                            + "AND tries = 0").query(Integer.class).single() == 1);
            assertThat(rung(DemoPhones.VOICEMAIL)).as("two alerts, one call").isEqualTo(before + 1);
            asha.presses("0");
            maya.awaitRung(SOON);
            assertThat(line.channels()).as("asha, and one call to Maya").hasSize(2);
            asha.heard().awaitPrompt("crisis.connecting", "ne", SOON);
            Eventually.is(
                    () -> line.database().sql("SELECT COUNT(*) FROM ring WHERE purpose = 'DUTY' AND over_at IS NULL "
                            + "AND tries = 0").query(Integer.class).single() == 2);
            assertThat(line.channels().size()).isLessThanOrEqualTo(3); // Nima's may have begun to ring
            asha.presses("*");
            asha.heard().awaitPrompt("crisis.back", "ne", SOON);
            maya.awaitRung(SOON);
        }
    }

    private long rung(String number) {
        return line.exchange().rung().stream().filter(number::equals).count();
    }

    @Test
    void aMessageThatNobodyHasHeardForHalfADayIsToldToWhoIsOnDuty() {
        line.restartApp(Map.of("saathi.messages.tick", "1s"));
        try {
            Callers callers = line.app().bean(Callers.class);
            Caller asha = callers.remember(PhoneNumber.parse(TestLine.newNumber()).orElseThrow(), NEPALI);
            callers.chose(asha, "stress");
            CalledNumber number = mayaIsOnDuty();
            Message message = line.app().bean(Messages.class).fromCaller(asha.account().orElseThrow(),
                    Messages.About.ANYTHING, new Content.Text("आज मन भारी छ।"));
            line.database().sql("UPDATE private_message SET sent_at = sent_at - INTERVAL 12 HOUR WHERE id = ?")
                    .param(message.id()).update();
            takes(number, "alert.unheard");
            Eventually.is(() -> line.channels().isEmpty());
        } finally {
            line.database().sql("DELETE FROM private_message").update();
            line.restartApp(Map.of());
        }
    }

    private static void takes(CalledNumber number, String alert) {
        try (Phone maya = number.awaitAnswered(SOON)) {
            takes(maya, alert);
        }
    }

    private static void takes(Phone maya, String alert) {
        hears(maya, alert);
        maya.presses("1");
        maya.heard().awaitPrompt("alert.taken", "ne", SOON);
    }

    /** Whenever she is rung, whatever others do meanwhile. */
    private void mayaTakes(String alert) {
        line.exchange().number(DemoPhones.VOICEMAIL).answers(maya -> takes(maya, alert));
    }

    private List<String> alerts(Group group) {
        return line.database().sql("SELECT CONCAT(kind, ' ', state) FROM alert WHERE session_id = ? ORDER BY id")
                .param(group.id()).query(String.class).list();
    }
}
