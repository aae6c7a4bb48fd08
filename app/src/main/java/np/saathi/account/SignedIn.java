package np.saathi.account;

import java.io.Serial;
import java.io.Serializable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in on the web. A controller takes it as {@code @AuthenticationPrincipal SignedIn who}; it is kept in
 * the web session, so the session's row tells an id and a role, nothing else.
 */
public record SignedIn(AccountId id, Role role) implements AuthenticatedPrincipal, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return id.value();
    }

    /** CMHV or ADMIN. */
    public boolean staff() {
        return role != Role.USER;
    }
}
