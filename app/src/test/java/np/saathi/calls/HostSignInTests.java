package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Pin;
import np.saathi.account.Role;
import np.saathi.dev.DemoData;
import np.saathi.dev.pstn.Phone;
import np.saathi.telephony.PhoneNumber;
import np.saathi.volunteer.HostCodes;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.VolunteerDesk;
import np.saathi.volunteer.VolunteerTerms;
import np.saathi.volunteer.Volunteers;

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
    void wrongPinsByTheOwnNumberDoNotKeepTheOwnerOutWhoHasAHostCode() {
        DemoData.Person chitra = line.volunteer(Training.CERTIFIED);
        String own = TestLine.newNumber();
        line.givePhone(chitra, own);
        for (int tried = 0; tried < 5; tried++) {
            var unused = line.app().bean(Volunteers.class).signIn(chitra.id(), new Pin("739164"),
                    PhoneNumber.parse(own));
        }
        String code = line.app().bean(HostCodes.class).issue(chitra.id()).digits();
        try (Phone phone = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(own).place()) {
            phone.heard().awaitPrompt("host.pin.own", "ne", SOON);
            phone.presses(chitra.pin().digits() + "#");
            phone.heard().awaitPrompt("host.code", "ne", SOON);
            phone.presses(code);
            phone.heard().awaitPrompt("host.menu", "ne", SOON);
        }
    }

    @Test
    void anOldShortPinOpensNothingButTheChoiceOfANewOneOnTheOwnPhone() {
        DemoData.Person chitra = line.volunteer(Training.CERTIFIED);
        line.app().bean(Accounts.class).setPin(chitra.id(), new Pin("4829"));
        String own = TestLine.newNumber();
        line.givePhone(chitra, own);
        try (Phone elsewhere = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            signIn(elsewhere, chitra.id().value(), "4829");
            elsewhere.heard().awaitPrompt("host.wrong", "ne", SOON);
        }
        try (Phone phone = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(own).place()) {
            phone.heard().awaitPrompt("host.pin.own", "ne", SOON);
            phone.presses("4829#");
            phone.heard().awaitInOrder("ne", SOON, "host.pin.must", "host.pin.new");
            phone.presses("739164#");
            phone.heard().awaitPrompt("pin.twice", "ne", SOON);
            phone.presses("739164#");
            phone.heard().awaitInOrder("ne", SOON, "host.pin.set", "host.menu");
        }
    }

    @Test
    void anUnknownIdIsToldNoMoreThanAWrongPin() {
        try (Phone stranger = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            signIn(stranger, "999999", "1111");
            stranger.heard().awaitPrompt("host.wrong", "ne", SOON);
        }
    }

    @Test
    void whoIsNotApprovedYetIsToldSoAndLetGo() {
        Accounts accounts = line.app().bean(Accounts.class);
        AccountId pending = accounts.create(Role.CMHV).id();
        Pin pin = new Pin("482913");
        accounts.setPin(pending, pin);
        isLetGo(pending, pin, "host.pending");
    }

    @Test
    void whoIsSuspendedIsToldSoAndLetGo() {
        DemoData.Person chitra = line.volunteer(Training.CERTIFIED);
        Volunteer terms = line.app().bean(Volunteers.class).find(chitra.id()).orElseThrow();
        var unused = line.app().bean(VolunteerDesk.class).agree(chitra.id(),
                new VolunteerTerms(terms.training(), terms.languages(), terms.categories(), Optional.empty(),
                        Optional.empty(), false, true),
                Optional.empty(), terms.version());
        isLetGo(chitra.id(), chitra.pin(), "host.suspended");
    }

    private void isLetGo(AccountId id, Pin pin, String why) {
        try (Phone phone = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            signIn(phone, id.value(), pin.digits());
            phone.heard().awaitInOrder("ne", SOON, why, "host.goodbye");
            phone.awaitHangUp(SOON);
        }
    }

    @Test
    void whoKeysInNoIdAndWhoKeysInNoPinIsAskedThreeTimesAndLetGo() {
        try (Phone phone = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            phone.heard().awaitPrompt("host.id", "ne", SOON);
            WrongKeys.thrice(phone, "host.id", "ne", "#");
            phone.heard().awaitPrompt("host.goodbye", "ne", SOON);
            phone.awaitHangUp(SOON);
        }
        try (Phone phone = line.exchange().calls(TestLine.VOLUNTEER_NUMBER).from(TestLine.newNumber()).place()) {
            phone.heard().awaitPrompt("host.id", "ne", SOON);
            phone.presses(line.people().devi().id().value());
            phone.heard().awaitPrompt("host.pin", "ne", SOON);
            WrongKeys.thrice(phone, "host.pin", "ne", "#");
            phone.heard().awaitPrompt("host.goodbye", "ne", SOON);
            phone.awaitHangUp(SOON);
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
