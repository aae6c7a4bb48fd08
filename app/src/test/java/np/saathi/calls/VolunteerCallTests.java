package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.caller.Callers;
import np.saathi.dev.DemoData;
import np.saathi.dev.pstn.Phone;
import np.saathi.message.Content;
import np.saathi.message.Messages;
import np.saathi.session.SessionState;
import np.saathi.telephony.PhoneNumber;
import np.saathi.volunteer.Training;

/** A volunteer's call around the room, on a real telephone. */
@CallTests
@Order(2)
class VolunteerCallTests {
    private static final int ASHAS_VOICE = 453;
    private static final int TARAS_VOICE = 640;
    private static final int DEVIS_VOICE = 1077;
    /** Music has any tone for a moment; a voice would be there all the time. */
    private static final double MUSIC = 0.3;
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private final TestLine line;

    VolunteerCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void aReportAfterTheSessionIsSpokenBackAndStoredAnswerByAnswer() {
        Group group = line.group(NEPALI, 8);
        try (Phone devi = line.hostInTheRoom(line.people().devi())) {
            HostReport.awaitFirstQuestion(devi, group);
            devi.presses("2");
            devi.heard().awaitPrompt("report.risk.troubled", "ne", SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("report.followup", "ne", SOON);
            assertThat(reports(group)).singleElement().satisfies(report -> assertThat(report)
                    .containsEntry("risk", 2).containsEntry("complete", false));
            devi.presses("11");
            devi.heard().awaitPrompt("report.topic", "ne", SOON);
            devi.presses("2");
            devi.heard().awaitPrompt("report.topic.family", "ne", SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("report.note", "ne", SOON);
            devi.presses("2");
            devi.heard().awaitPrompt("wellbeing", "ne", SOON);
            devi.presses("4");
            devi.heard().awaitInOrder("ne", SOON, "wellbeing.said", "number.4");
            devi.presses("1");
            devi.heard().awaitPrompt("host.menu", "ne", SOON);
        }
        assertThat(reports(group)).singleElement().satisfies(report -> assertThat(report).containsEntry("risk", 2)
                .containsEntry("follow_up", true).containsEntry("topics", "family").containsEntry("wellbeing", 4)
                .containsEntry("complete", true));
    }

    @Test
    void aSecondCallOfTheHostMovesThereAndTheCallersNoticeNothing() {
        Group group = line.group(NEPALI, 8);
        LiveRoom.withCaller(line, (asha, first) -> {
            asha.speaks(ASHAS_VOICE);
            first.heard().awaitTone(ASHAS_VOICE, SOON);
            try (Phone second = line.hostAtTheDoor(line.people().devi())) {
                second.presses("1");
                second.heard().awaitPrompt("host.already", "ne", SOON);
                WrongKeys.twice(second, "host.already", "ne", "7");
                second.presses("1");
                first.heard().awaitPrompt("host.moved", "ne", Duration.ofSeconds(20));
                first.awaitHangUp(Duration.ofSeconds(20));
                second.speaks(DEVIS_VOICE);
                asha.heard().awaitTone(DEVIS_VOICE, SOON);
                assertThat(group.state()).isEqualTo(SessionState.LIVE);
                assertThat(asha.heard().times("room.held", "ne")).isEmpty();
                assertThat(group.outcomes()).containsExactly("null");
            }
        });
    }

    @Test
    void ofTwoCallsWithTheSameIdAtOnceOneHostsAndTheOtherIsLetGo() {
        Group group = line.group(NEPALI, 8);
        try (Phone first = line.hostAtTheDoor(line.people().devi());
                Phone second = line.hostAtTheDoor(line.people().devi())) {
            first.presses("1");
            second.presses("11"); // where it is asked at all, it moves
            Eventually.is(() -> group.state() == SessionState.LIVE);
            Eventually.is(() -> !first.isUp() || !second.isUp());
            assertThat(group.state()).isEqualTo(SessionState.LIVE);
            assertThat(hostSeats(group)).isOne();
        }
    }

    @Test
    void aTraineeHearsTheGroupAndIsHeardByNobody() {
        DemoData.Person tara = line.volunteer(Training.TRAINEE);
        Group group = line.group(NEPALI, 8, line.people().devi().id(), tara.id());
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone listener = line.hostAtTheDoor(tara)) {
            listener.presses("1");
            listener.heard().awaitPrompt("host.listen", "ne", SOON);
            Span.of(listener, Duration.ofSeconds(9));
            assertThat(group.state()).isEqualTo(SessionState.WAITING);
            listener.speaks(TARAS_VOICE);
            try (Phone devi = line.hostInTheRoom(line.people().devi())) {
                asha.heard().awaitPrompt("room.open", "ne", SOON);
                devi.speaks(DEVIS_VOICE);
                listener.heard().awaitTone(DEVIS_VOICE, SOON);
                listener.presses("1");
                listener.heard().awaitPrompt("listener.keys", "ne", SOON);
                Span talk = Span.of(asha, A_WHILE);
                assertThat(asha.heard().toneShare(TARAS_VOICE, talk.from(), talk.to())).isLessThan(MUSIC);
                Duration now = devi.heard().now();
                assertThat(devi.heard().toneShare(TARAS_VOICE, now.minus(A_WHILE), now)).isLessThan(MUSIC);
            }
        }
    }

    @Test
    void aCoachedHostAloneOpensNothingAndIsHeardOnceACertifiedOneIsIn() {
        DemoData.Person chitra = line.volunteer(Training.COACHED);
        Group group = line.group(NEPALI, 8, line.people().devi().id(), chitra.id());
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone coached = line.hostAtTheDoor(chitra)) {
            coached.presses("1");
            coached.heard().awaitPrompt("host.coached", "ne", SOON);
            coached.speaks(TARAS_VOICE);
            Span.of(coached, Duration.ofSeconds(9));
            Span alone = Span.of(asha, A_WHILE);
            assertThat(asha.heard().toneShare(TARAS_VOICE, alone.from(), alone.to())).isLessThan(MUSIC);
            assertThat(group.state()).isEqualTo(SessionState.WAITING);
            try (Phone devi = line.hostInTheRoom(line.people().devi())) {
                asha.heard().awaitTone(TARAS_VOICE, SOON);
                Eventually.is(() -> group.state() == SessionState.LIVE);
                assertThat(devi.isUp()).isTrue();
            }
        }
    }

    /** Somebody new, whose phone the line knows. */
    private AccountId caller() {
        return line.app().bean(Callers.class)
                .remember(PhoneNumber.parse(TestLine.newNumber()).orElseThrow(), NEPALI).account().orElseThrow();
    }

    /** The only message that waits for an answer, from this caller; its id. */
    private long onlyMessage(AccountId caller) {
        line.database().sql("DELETE FROM private_message").update();
        return line.app().bean(Messages.class)
                .fromCaller(caller, Messages.About.ANYTHING, new Content.Text("आज मन भारी छ।")).id();
    }

    /** From the menu to the question after the first message. */
    private static void hearMessage(Phone host) {
        host.presses("2");
        host.heard().awaitPrompt("host.message.after", "ne", Duration.ofSeconds(30));
    }

    @Test
    void aCallersMessageIsHeardAndAnsweredByVoice() {
        AccountId asha = caller();
        long unused = onlyMessage(asha);
        try (Phone devi = line.hostAtTheDoor(line.people().devi())) {
            hearMessage(devi);
            devi.presses("1");
            VoiceNote.isSaid(devi, "message.speak", "ne", DEVIS_VOICE);
            devi.presses("1");
            devi.heard().awaitPrompt("host.message.sent", "ne", SOON);
        }
        assertThat(line.app().bean(Messages.class).unheardBy(asha)).singleElement().satisfies(answer -> {
            assertThat(answer.isVoice()).isTrue();
            assertThat(answer.volunteer()).isEqualTo(line.people().devi().id());
        });
    }

    @Test
    void anAnswerThatWasBrokenOffIsOfferedAgainButNotSentWhenAnotherHasTheMessageByThen() {
        Messages messages = line.app().bean(Messages.class);
        AccountId asha = caller();
        long asked = onlyMessage(asha);
        try (Phone devi = line.hostAtTheDoor(line.people().devi())) {
            hearMessage(devi);
            WrongKeys.twice(devi, "host.message.after", "ne", "7");
            devi.presses("1");
            VoiceNote.begins(devi, "message.speak", "ne", DEVIS_VOICE);
            devi.hangsUp();
        }
        Eventually.is(() -> VoiceNote.unsent(line.people().devi().id(), line) == 1);
        try (Phone devi = line.hostAtTheDoor(line.people().devi())) {
            devi.presses("2");
            devi.heard().awaitPrompt("host.message.unsent", "ne", SOON);
            devi.presses("2");
            devi.heard().awaitTone(DEVIS_VOICE, SOON);
            line.database().sql("UPDATE private_message SET held_until = UTC_TIMESTAMP(3)").update();
            var unused = messages.openAsVolunteer(line.people().ekta().id(), asked);
            devi.presses("1");
            devi.heard().awaitInOrder("ne", SOON, "host.message.taken", "host.message.none", "host.menu");
        }
        assertThat(messages.unheardBy(asha)).isEmpty();
    }

    @Test
    void aVoiceNoteThatWasBrokenOffWaitsForTheReportToBeTakenUpAgain() {
        DemoData.Person chitra = line.volunteer(Training.CERTIFIED);
        Group group = line.group(NEPALI, 8, chitra.id());
        try (Phone host = line.hostInTheRoom(chitra)) {
            HostReport.awaitFirstQuestion(host, group);
            skipToTheNote(host);
            host.heard().awaitPrompt("report.note", "ne", SOON);
            host.presses("1");
            VoiceNote.begins(host, "report.note.speak", "ne", DEVIS_VOICE);
            host.hangsUp();
        }
        Eventually.is(() -> VoiceNote.unsent(chitra.id(), line) == 1);
        try (Phone host = line.hostAtTheDoor(chitra)) {
            host.presses("3");
            host.heard().awaitPrompt("report.risk", "ne", SOON);
            skipToTheNote(host);
            host.heard().awaitPrompt("report.note.unsent", "ne", SOON);
            host.presses("1");
            host.heard().awaitInOrder("ne", SOON, "report.kept", "wellbeing");
        }
        assertThat(
                line.database().sql("SELECT COUNT(*) FROM report_voice v JOIN session_report r ON r.id = v.report_id "
                        + "WHERE r.session_id = ?").param(group.id()).query(Integer.class).single())
                .isOne();
    }

    /** From the report's first question to its last. */
    private static void skipToTheNote(Phone host) {
        host.presses("1");
        host.heard().awaitPrompt("report.risk.none", "ne", SOON);
        host.presses("1##"); // right; no answer to follow-up and topic
    }

    @Test
    void aReportThatIsOnlyAnsweredByWrongKeysIsKeptWithWhatWasRightAndNothingMadeUp() {
        DemoData.Person chitra = line.volunteer(Training.CERTIFIED);
        Group group = line.group(NEPALI, 8, chitra.id());
        try (Phone host = line.hostInTheRoom(chitra)) {
            HostReport.awaitFirstQuestion(host, group);
            WrongKeys.twice(host, "report.risk", "ne", "7");
            host.presses("2");
            host.heard().awaitInOrder("ne", SOON, "report.risk.troubled", "answer.right");
            WrongKeys.thrice(host, "answer.right", "ne", "7");
            for (String question : List.of("report.followup", "report.topic", "report.note")) {
                host.heard().awaitPrompt(question, "ne", SOON);
                WrongKeys.thrice(host, question, "ne", "7");
            }
            host.heard().awaitInOrder("ne", SOON, "report.kept", "wellbeing");
            WrongKeys.thrice(host, "wellbeing", "ne", "7");
            host.heard().awaitPrompt("host.menu", "ne", SOON);
        }
        assertThat(reports(group)).singleElement().satisfies(report -> assertThat(report).containsEntry("risk", 2)
                .containsEntry("follow_up", false).containsEntry("topics", "").containsEntry("wellbeing", null)
                .containsEntry("complete", true));
    }

    @Test
    void fromTheOwnPhoneThePinIsEnough() {
        DemoData.Person tara = line.volunteer(Training.TRAINEE);
        String own = TestLine.newNumber();
        line.givePhone(tara, own);
        try (Phone phone = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(own).place()) {
            phone.heard().awaitPrompt("host.pin.own", "ne", SOON);
            phone.presses(tara.pin().digits() + "#");
            phone.heard().awaitPrompt("host.menu", "ne", SOON);
        }
    }

    private List<Map<String, Object>> reports(Group group) {
        return line.database().sql("SELECT risk, follow_up, topics, wellbeing, complete FROM session_report "
                + "WHERE session_id = ?").param(group.id()).query().listOfRows();
    }

    private int hostSeats(Group group) {
        return line.database().sql("SELECT COUNT(*) FROM participant WHERE session_id = ? AND role = 'HOST' "
                + "AND left_at IS NULL").param(group.id()).query(Integer.class).single();
    }
}
