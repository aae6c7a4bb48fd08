package np.saathi.joining;

import java.util.Optional;

import org.springframework.stereotype.Service;

import np.saathi.telephony.PhoneNumber;

/** What a call may bring from the web: a code that is keyed in, or the callback that it is. */
@Service
public class Invitations {
    /** How many digits a code has. */
    public static final int CODE_LENGTH = JoinCodes.LENGTH;
    private final JoinCodes codes;
    private final Callbacks callbacks;

    Invitations(JoinCodes codes, Callbacks callbacks) {
        this.codes = codes;
        this.callbacks = callbacks;
    }

    /**
     * Uses a code up; who is here need not be rung any more. After five wrong ones the calling phone waits; phones that
     * withhold their number wait together, after many more.
     */
    public CodeAnswer byCode(String code, Optional<PhoneNumber> callingPhone) {
        CodeAnswer answer = codes.use(code, callingPhone);
        if (answer instanceof CodeAnswer.Welcome welcome) {
            callbacks.forget(welcome.invitation());
        }
        return answer;
    }

    /**
     * The person whom we rang pressed 1: the number is of no more use, and is deleted.
     *
     * @param name our name for the callback
     * @return empty when it was called off meanwhile
     */
    public Optional<Invitation> byCallback(String name) {
        return callbacks.answered(name);
    }
}
