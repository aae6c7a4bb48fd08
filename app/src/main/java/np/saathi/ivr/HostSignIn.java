package np.saathi.ivr;

import static np.saathi.prompt.Prompt.HOST_CODE;
import static np.saathi.prompt.Prompt.HOST_CODE_AGAIN;
import static np.saathi.prompt.Prompt.HOST_CODE_SHORT;
import static np.saathi.prompt.Prompt.HOST_CODE_WRONG;
import static np.saathi.prompt.Prompt.HOST_ID;
import static np.saathi.prompt.Prompt.HOST_ID_AGAIN;
import static np.saathi.prompt.Prompt.HOST_ID_SHORT;
import static np.saathi.prompt.Prompt.HOST_PENDING;
import static np.saathi.prompt.Prompt.HOST_PIN;
import static np.saathi.prompt.Prompt.HOST_PIN_AGAIN;
import static np.saathi.prompt.Prompt.HOST_PIN_MUST;
import static np.saathi.prompt.Prompt.HOST_PIN_OWN;
import static np.saathi.prompt.Prompt.HOST_PIN_SET;
import static np.saathi.prompt.Prompt.HOST_PIN_SHORT;
import static np.saathi.prompt.Prompt.HOST_SUSPENDED;
import static np.saathi.prompt.Prompt.HOST_WAIT;
import static np.saathi.prompt.Prompt.HOST_WRONG;

import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import np.saathi.account.AccountId;
import np.saathi.account.Pin;
import np.saathi.ivr.dialogue.Entry;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.PhoneLine;
import np.saathi.telephony.PhoneNumber;
import np.saathi.volunteer.HostCodes;
import np.saathi.volunteer.SignIn;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.Volunteers;

/**
 * How a volunteer gets in, three times at most:
 *
 * <pre>
 * from their own phone: PIN | * another id        from any other: id → PIN
 * too many wrong ones from their own phone: the host code from the web too
 * a PIN that is too easy by now: a new one, twice, before anything else
 * </pre>
 */
@Component
class HostSignIn {
    private static final int SIGN_INS = 3;
    private static final Entry ID = Entry.ofDigits(6, 6, HOST_ID, HOST_ID_AGAIN, HOST_ID_SHORT);
    private static final Entry PIN = Entry.ofDigits(4, Pin.MAX_LENGTH, HOST_PIN, HOST_PIN_AGAIN, HOST_PIN_SHORT);
    private static final Entry OWN_PIN = Entry.ofDigits(4, Pin.MAX_LENGTH, HOST_PIN_OWN, HOST_PIN_AGAIN,
            HOST_PIN_SHORT);

    private static final Entry CODE = Entry.ofDigits(HostCodes.LENGTH, HostCodes.LENGTH, HOST_CODE, HOST_CODE_AGAIN,
            HOST_CODE_SHORT);

    private final Volunteers volunteers;

    HostSignIn(Volunteers volunteers) {
        this.volunteers = volunteers;
    }

    /** @return empty for who gave up, or can't be let in and was told why; then nothing is left but goodbye */
    Optional<Volunteer> ask(PhoneLine line) {
        Optional<PhoneNumber> phone = line.number();
        return ask(line, line.meanwhile(() -> volunteers.ownerOf(phone)),
                keyed -> volunteers.signIn(keyed.id, keyed.pin, phone));
    }

    /** As {@link #ask(PhoneLine)}, on the volunteer's phone that we rang: others may hold it. */
    Optional<Volunteer> askOn(PhoneLine line, Optional<PhoneNumber> phone, AccountId owner) {
        return ask(line, Optional.of(owner), keyed -> keyed.id.equals(owner)
                ? volunteers.signInRung(keyed.id, keyed.pin)
                : volunteers.signIn(keyed.id, keyed.pin, phone));
    }

    private Optional<Volunteer> ask(PhoneLine line, Optional<AccountId> owner, Function<Keyed, SignIn> look) {
        for (int tried = 0; tried < SIGN_INS; tried++) {
            Optional<Keyed> keyed = owner.flatMap(id -> OWN_PIN.ask(line).map(pin -> new Keyed(id, new Pin(pin))))
                    .or(() -> idAndPin(line));
            if (keyed.isEmpty()) {
                return Optional.empty();
            }
            SignIn answer = line.meanwhile(() -> look.apply(keyed.get()));
            Prompt wrong = HOST_WRONG;
            if (answer instanceof SignIn.CodeNeeded) {
                Optional<String> code = CODE.ask(line);
                if (code.isEmpty()) {
                    return Optional.empty();
                }
                answer = line.meanwhile(() -> volunteers.signInWithCode(keyed.get().id, keyed.get().pin, code.get()));
                wrong = HOST_CODE_WRONG;
            }
            switch (answer) {
                case SignIn.Welcome welcome -> {
                    speakTheLanguageOf(welcome.volunteer(), line);
                    return welcome.newPinDue()
                            ? withNewPin(line, welcome.volunteer())
                            : Optional.of(welcome.volunteer());
                }
                case SignIn.Wrong _,SignIn.CodeNeeded _ -> line.say(Spoken.of(wrong));
                case SignIn.Wait _ -> {
                    line.say(Spoken.of(HOST_WAIT));
                    return Optional.empty();
                }
                case SignIn.Pending _ -> {
                    line.say(Spoken.of(HOST_PENDING));
                    return Optional.empty();
                }
                case SignIn.Suspended _ -> {
                    line.say(Spoken.of(HOST_SUSPENDED));
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** @return empty for who has chosen none: with the old one there is nothing else to be done */
    private Optional<Volunteer> withNewPin(PhoneLine line, Volunteer volunteer) {
        line.say(Spoken.of(HOST_PIN_MUST));
        return NewPin.askVolunteer(line, pin -> volunteers.weak(volunteer.account(), pin)).map(pin -> {
            line.during(() -> volunteers.changePin(volunteer.account(), pin));
            line.say(Spoken.of(HOST_PIN_SET));
            return volunteer;
        });
    }

    private record Keyed(AccountId id, Pin pin) {}

    private static Optional<Keyed> idAndPin(PhoneLine line) {
        Optional<AccountId> id = ID.ask(line).map(AccountId::new);
        return id.flatMap(known -> PIN.ask(line).map(pin -> new Keyed(known, new Pin(pin))));
    }

    /** Who chose a language is spoken to in it; else in the line's own if they speak it, or in one that they speak. */
    static void speakTheLanguageOf(Volunteer volunteer, PhoneLine line) {
        volunteer.languageByPhone().or(() -> volunteer.languages().contains(line.language())
                ? Optional.empty()
                : volunteer.languages().stream().findFirst()).ifPresent(line::speak);
    }
}
