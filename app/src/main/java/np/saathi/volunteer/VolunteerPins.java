package np.saathi.volunteer;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;

/** Which PINs a volunteer may have. */
@Component
class VolunteerPins {
    private final VolunteerRepository volunteers;
    private final VolunteerDesk desk;

    VolunteerPins(VolunteerRepository volunteers, VolunteerDesk desk) {
        this.volunteers = volunteers;
        this.desk = desk;
    }

    /** Too short, of a pattern, or to be read in the id or in the phone's number: such a PIN is not taken any more. */
    public boolean weak(AccountId account, Pin pin) {
        return !pin.strong() || account.value().contains(pin.digits()) || volunteers.findById(account)
                .flatMap(desk::phoneOf).filter(phone -> phone.digits().contains(pin.digits())).isPresent();
    }
}
