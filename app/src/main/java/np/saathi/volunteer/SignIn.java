package np.saathi.volunteer;

import java.time.Duration;

/** The answer to an id and a PIN. */
public sealed interface SignIn {

    /** @param newPinDue the PIN is too easy to guess by now: another one has to be chosen before anything else */
    record Welcome(Volunteer volunteer, boolean newPinDue) implements SignIn {}

    /** Not told which of the two is wrong. */
    record Wrong() implements SignIn {}

    /** The id and PIN are right, and no admin has approved this volunteer yet. */
    record Pending() implements SignIn {}

    /** The id and PIN are right, and an admin has suspended this volunteer. */
    record Suspended() implements SignIn {}

    /** Too many wrong PINs from the volunteer's own phone, perhaps by a forged number: a host code is needed besides. */
    record CodeNeeded() implements SignIn {}

    /** Too many wrong PINs from this phone: nothing was looked at. */
    record Wait(Duration left) implements SignIn {}
}
