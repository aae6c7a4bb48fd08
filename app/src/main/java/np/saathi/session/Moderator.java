package np.saathi.session;

import org.jspecify.annotations.Nullable;

import np.saathi.account.AccountId;

/**
 * Who moderates a room: a volunteer who is assigned to it, an admin, or somebody from the duty roster who sits in it.
 *
 * @param account null for who is on duty: a phone, and nobody's account
 */
public record Moderator(@Nullable AccountId account) {

    public static Moderator account(AccountId account) {
        return new Moderator(account);
    }

    /** @param host who sits in the room as a host */
    public static Moderator of(Participant host) {
        if (!host.role().leads()) {
            throw new IllegalArgumentException("A caller moderates no room");
        }
        return new Moderator(host.account().orElse(null));
    }

    boolean isOnDuty() {
        return account == null;
    }

    boolean isOneOf(Admins admins) {
        return account != null && admins.contains(account);
    }

    boolean mayModerate(PeerSession session) {
        return isOnDuty() || session.hosts().contains(account);
    }
}
