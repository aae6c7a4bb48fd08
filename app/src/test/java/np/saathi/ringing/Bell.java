package np.saathi.ringing;

import org.springframework.boot.test.context.TestComponent;

import np.saathi.telephony.PhoneNumber;

/** Has the ringing desk look now, for tests that do not wait for its second. */
@TestComponent
public class Bell {
    private final RingingDesk desk;
    private final NeverRing never;

    Bell(RingingDesk desk, NeverRing never) {
        this.desk = desk;
        this.never = never;
    }

    public void ring() {
        desk.ring();
    }

    /** As if somebody at that phone had pressed 3. */
    public void neverAgain(PhoneNumber number) {
        never.add(number);
    }
}
