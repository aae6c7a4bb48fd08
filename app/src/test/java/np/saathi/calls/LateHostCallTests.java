package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import np.saathi.dev.DemoData;
import np.saathi.dev.pstn.CalledNumber;
import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;
import np.saathi.volunteer.Training;

/** A session begins and no host is in: those assigned to it are rung by the line. */
@CallTests
class LateHostCallTests {
    private final TestLine line;

    LateHostCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void theyAreRungOneAfterAnotherAndWhoComesOpensTheRoomByOneAndTheSecretNumber() {
        List<DemoData.Person> assigned = Stream.generate(() -> line.volunteer(Training.CERTIFIED)).limit(2)
                .sorted(Comparator.comparing(person -> person.id().value())).toList();
        String busy = TestLine.newNumber();
        String chitras = TestLine.newNumber();
        line.givePhone(assigned.getFirst(), busy);
        line.givePhone(assigned.getLast(), chitras);
        CalledNumber first = line.exchange().number(busy).isBusy();
        CalledNumber second = line.exchange().number(chitras).answers(phone -> {});
        Group group = line.group(NEPALI, 8, assigned.getFirst().id(), assigned.getLast().id());
        try (Phone asha = line.callerInTheGroup(NEPALI)) {
            first.awaitRung(SOON);
            try (Phone chitra = second.awaitAnswered(SOON)) {
                chitra.heard().awaitPrompt("ring.host", "ne", SOON);
                chitra.presses("1");
                chitra.heard().awaitPrompt("host.pin.own", "ne", SOON);
                chitra.presses(assigned.getLast().pin().digits() + "#");
                chitra.heard().awaitInOrder("ne", SOON, "category.stress", "host.begun");
                asha.heard().awaitPrompt("room.open", "ne", SOON);
                assertThat(group.state()).isEqualTo(SessionState.LIVE);
            }
        }
    }

    @Test
    void whoPressesOneWhenAHostHasComeMeanwhileIsThankedAndLetGo() {
        DemoData.Person chitra = line.volunteer(Training.CERTIFIED);
        String number = TestLine.newNumber();
        line.givePhone(chitra, number);
        CalledNumber rung = line.exchange().number(number).answers(phone -> {});
        try (Phone devi = line.hostAtTheDoor(line.people().devi())) {
            Group group = line.group(NEPALI, 8, line.people().devi().id(), chitra.id());
            try (Phone late = rung.awaitAnswered(SOON)) {
                late.heard().awaitPrompt("ring.host", "ne", SOON);
                devi.presses("1");
                devi.heard().awaitPrompt("category.stress", "ne", SOON);
                devi.presses("9"); // in at once
                Eventually.is(() -> group.state() == SessionState.LIVE);
                late.presses("1");
                late.heard().awaitInOrder("ne", SOON, "ring.host.gone", "host.goodbye");
                late.awaitHangUp(SOON);
            }
            assertThat(devi.isUp()).isTrue();
        }
    }
}
