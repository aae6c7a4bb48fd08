package np.saathi.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;
import np.saathi.session.PeerSession;
import np.saathi.telephony.PhoneNumber;

/** Takes wishes to be rung as {@link Callbacks} does, and may be told to refuse them. */
public final class CallbacksInMemory extends Callbacks {
    private final List<String> wishes = new ArrayList<>();
    private boolean reach = true;
    private Taken answer = Taken.KEPT;

    @SuppressWarnings("NullAway") // every method that uses them is replaced
    public CallbacksInMemory() {
        super(null, null, null, null, null, null, null);
    }

    public void answer(Taken next) {
        answer = next;
    }

    /** Every session begins later than a number is kept. */
    public void reachNone() {
        reach = false;
    }

    @Override
    public boolean reach(PeerSession session) {
        return reach;
    }

    /** Session, phone, and account if known, of each wish that was kept. */
    public List<String> wishes() {
        return wishes;
    }

    @Override
    public String shownNumber() {
        return "1660";
    }

    @Override
    public Taken ask(PeerSession session, Optional<AccountId> account, PhoneNumber phone, Language language) {
        if (answer == Taken.KEPT) {
            wishes.add("%d %s %s".formatted(session.id(), phone.digits(),
                    account.map(AccountId::value).orElse("unknown")));
        }
        return answer;
    }
}
