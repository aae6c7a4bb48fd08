package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.caller.Callers;
import np.saathi.dev.DemoData;
import np.saathi.dev.pstn.Phone;
import np.saathi.message.Content;
import np.saathi.message.Messages;
import np.saathi.prompt.Language;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.telephony.PhoneNumber;
import np.saathi.volunteer.Training;

/** A volunteer's menu: reports that are due, schedule and settings, messages that are left to others. */
@CallTests
class VolunteerMenusCallTests {
    private static final int EKTAS_VOICE = 640;
    private static final String NEW_PIN = "739164";
    private static final Duration A_LONG_SENTENCE = Duration.ofSeconds(30);
    private final TestLine line;

    VolunteerMenusCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void withNothingToDoEachKeySaysSoAndTheNextGroupIsTold() {
        DemoData.Person chitra = line.volunteer(Training.COACHED);
        try (Phone phone = line.hostAtTheDoor(chitra)) {
            phone.presses("1");
            phone.heard().awaitInOrder("ne", SOON, "host.nosession", "host.menu");
            phone.presses("2");
            phone.heard().awaitInOrder("ne", SOON, "host.message.untrained", "host.menu");
            phone.presses("3");
            phone.heard().awaitInOrder("ne", SOON, "report.none", "host.menu");
            phone.presses("9");
            phone.heard().awaitPrompt("host.settings", "ne", SOON);
            phone.presses("1");
            phone.heard().awaitInOrder("ne", SOON, "schedule.none", "host.settings");
            phone.presses("2");
            phone.heard().awaitInOrder("ne", SOON, "listen.none", "host.settings");
            PeerSession planned = plan(chitra, Duration.ofDays(1));
            phone.presses("1");
            phone.heard().awaitInOrder("ne", SOON, "day.tomorrow", "category.stress");
            phone.presses("*");
            phone.heard().awaitPrompt("host.menu", "ne", SOON);
            phone.presses("1");
            phone.heard().awaitInOrder("ne", SOON, "host.nosession", "host.next", "day.tomorrow", "category.stress");
            end(planned);
        }
    }

    @Test
    void theSecretNumberAndTheLanguageAreChangedAndCountAtTheNextCall() {
        DemoData.Person tara = line.volunteer(Training.TRAINEE);
        try (Phone phone = line.hostAtTheDoor(tara)) {
            phone.presses("94");
            phone.heard().awaitPrompt("host.pin.new", "ne", SOON);
            phone.presses(NEW_PIN + "#");
            phone.heard().awaitPrompt("pin.twice", "ne", SOON);
            phone.presses(NEW_PIN + "#");
            phone.heard().awaitInOrder("ne", SOON, "host.pin.set", "host.settings");
            phone.presses("3");
            phone.heard().awaitPrompt("language.offer", "ne", SOON);
            phone.presses("2");
            phone.heard().awaitInOrder("en", SOON, "language.set", "host.settings");
        }
        try (Phone again = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            again.heard().awaitPrompt("host.id", "ne", SOON);
            again.presses(tara.id().value() + tara.pin().digits() + "#");
            again.heard().awaitInOrder("ne", SOON, "host.wrong", "host.id");
            again.presses(tara.id().value() + NEW_PIN + "#");
            again.heard().awaitPrompt("host.menu", "en", SOON);
        }
    }

    @Test
    void aReportPutOffIsSaidToBeDueAndFoundUnderThreeWithTheOthers() {
        DemoData.Person chitra = line.volunteer(Training.CERTIFIED);
        for (int group = 0; group < 2; group++) {
            Group hosted = line.group(NEPALI, 8, chitra.id());
            try (Phone phone = line.hostInTheRoom(chitra)) {
                HostReport.awaitFirstQuestion(phone, hosted);
                phone.presses("#");
                phone.heard().awaitInOrder("ne", SOON, "report.later", "host.report.due", "host.menu");
                if (group == 1) {
                    phone.presses("3");
                    phone.heard().awaitInOrder("ne", SOON, "category.stress", "report.list.keys");
                    phone.presses("2");
                    phone.heard().awaitInOrder("ne", SOON, "category.stress", "report.list.keys");
                    phone.presses("1");
                    phone.heard().awaitPrompt("report.risk", "ne", SOON);
                    phone.presses("1");
                    phone.heard().awaitPrompt("report.risk.none", "ne", SOON);
                    phone.presses("1");
                    phone.heard().awaitPrompt("report.followup", "ne", SOON);
                    phone.presses("###"); // no answer: follow-up, topic, note
                    phone.heard().awaitInOrder("ne", SOON, "report.kept", "wellbeing");
                    phone.presses("51");
                    phone.heard().awaitPrompt("wellbeing.thanks", "ne", SOON);
                    assertThat(reports(chitra)).isOne();
                }
            }
            assertThat(hosted.outcomes()).isEmpty();
        }
    }

    private int reports(DemoData.Person host) {
        return line.database().sql("SELECT COUNT(*) FROM session_report WHERE account_id = ? AND complete")
                .param(host.id().value()).query(Integer.class).single();
    }

    @Test
    void aMessageIsHeardAgainAnAnswerThrownAwayAndTheMessageLeftToTheOthers() {
        AccountId asha = line.app().bean(Callers.class)
                .remember(PhoneNumber.parse(TestLine.newNumber()).orElseThrow(), NEPALI).account().orElseThrow();
        line.database().sql("DELETE FROM private_message").update();
        Messages messages = line.app().bean(Messages.class);
        var unused = messages.fromCaller(asha, Messages.About.ANYTHING, new Content.Text("आज मन भारी छ।"));
        try (Phone devi = line.hostAtTheDoor(line.people().devi())) {
            devi.presses("2");
            devi.heard().awaitPrompt("host.message.intro", "ne", SOON);
            devi.heard().awaitPrompt("host.message.after", "ne", A_LONG_SENTENCE);
            devi.presses("3");
            devi.heard().awaitPrompt("host.message.after", "ne", A_LONG_SENTENCE);
            devi.presses("4");
            devi.heard().awaitInOrder("ne", SOON, "host.message.back", "host.menu");
        }
        try (Phone ekta = line.hostAtTheDoor(line.people().ekta())) {
            ekta.presses("2");
            ekta.heard().awaitPrompt("host.message.after", "ne", A_LONG_SENTENCE);
            ekta.presses("1");
            VoiceNote.isSaid(ekta, "message.speak", "ne", EKTAS_VOICE);
            ekta.presses("*");
            ekta.heard().awaitInOrder("ne", SOON, "message.dropped", "host.menu");
        }
        assertThat(messages.unheardBy(asha)).isEmpty();
    }

    private PeerSession plan(DemoData.Person host, Duration ahead) {
        return line.app().bean(Sessions.class).plan(new SessionPlan("stress", NEPALI, "Of a test",
                line.app().bean(Clock.class).instant().plus(ahead), Duration.ofHours(1), 8,
                Set.of(host.id(), line.volunteer(Training.CERTIFIED).id())));
    }

    private void end(PeerSession planned) {
        line.database().sql("UPDATE peer_session SET state = 'CANCELLED', cancel_reason = 'NO_HOST' WHERE id = ?")
                .param(planned.id()).update();
        assertThat(line.app().bean(Sessions.class).openNow(Language.NEPALI)).doesNotContain(planned);
    }
}
