package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;

import org.junit.jupiter.api.Test;

import np.saathi.dev.DemoData;
import np.saathi.dev.Phone;

/** How a volunteer gets in, and who does not. */
@CallTests
class HostSignInTests {
    private final TestLine line;

    HostSignInTests(TestLine line) {
        this.line = line;
    }

    @Test
    void fiveWrongPinsMakeTheCallingPhoneWaitAndNeverTheOwner() {
        line.group(NEPALI, 8);
        DemoData.Person devi = line.people().devi();
        String strangersPhone = TestLine.newNumber();
        tryPins(strangersPhone, devi, 3);
        tryPins(strangersPhone, devi, 2);
        try (Phone stranger = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(strangersPhone).place()) {
            signIn(stranger, devi.id().value(), devi.pin().digits());
            stranger.heard().awaitPrompt("host.wait", "ne", SOON);
        }
        try (Phone owner = line.hostAtTheDoor(devi)) {
            owner.presses("#");
            owner.heard().awaitPrompt("host.goodbye", "ne", SOON);
        }
    }

    @Test
    void anUnknownIdIsToldNoMoreThanAWrongPin() {
        try (Phone stranger = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            signIn(stranger, "999999", "1111");
            stranger.heard().awaitPrompt("host.wrong", "ne", SOON);
        }
    }

    private void tryPins(String phone, DemoData.Person owner, int times) {
        try (Phone stranger = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(phone).place()) {
            for (int tried = 0; tried < times; tried++) {
                signIn(stranger, owner.id().value(), "1212");
                stranger.heard().awaitPrompt("host.wrong", "ne", SOON);
            }
        }
    }

    private static void signIn(Phone phone, String id, String pin) {
        phone.heard().awaitPrompt("host.id", "ne", SOON);
        phone.presses(id);
        phone.heard().awaitPrompt("host.pin", "ne", SOON);
        phone.presses(pin + "#");
    }
}
