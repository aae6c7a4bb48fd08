package np.saathi.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.session.PeerSession;
import np.saathi.telephony.PhoneNumber;

/** Answers codes and callbacks as {@link Invitations} does: each once, and after five wrong codes the phone waits. */
public final class InvitationsInMemory extends Invitations {
    private static final int WRONG_CODES = 5;
    private final Map<String, Invitation> codes = new HashMap<>();
    private final Map<String, Invitation> callbacks = new HashMap<>();
    private final Map<Optional<PhoneNumber>, Integer> wrong = new HashMap<>();

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public InvitationsInMemory() {
        super(null, null);
    }

    public void code(String code, PeerSession session, AccountId account) {
        codes.put(code, new Invitation(session.id(), account));
    }

    public void callback(String name, PeerSession session, AccountId account) {
        callbacks.put(name, new Invitation(session.id(), account));
    }

    @Override
    public CodeAnswer byCode(String code, Optional<PhoneNumber> callingPhone) {
        if (wrong.getOrDefault(callingPhone, 0) >= WRONG_CODES) {
            return new CodeAnswer.Wait();
        }
        Invitation invitation = codes.remove(code);
        if (invitation == null) {
            wrong.merge(callingPhone, 1, Integer::sum);
            return new CodeAnswer.Wrong();
        }
        return new CodeAnswer.Welcome(invitation);
    }

    @Override
    public Optional<Invitation> byCallback(String name) {
        return Optional.ofNullable(callbacks.remove(name));
    }
}
