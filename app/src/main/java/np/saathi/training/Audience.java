package np.saathi.training;

import java.util.Set;

import np.saathi.account.Role;

/** For whom material is. */
enum Audience {
    CALLERS, VOLUNTEERS;

    /** What this role may see once it is published; volunteers hear what callers hear. */
    static Set<Audience> of(Role role) {
        return role == Role.USER ? Set.of(CALLERS) : Set.of(CALLERS, VOLUNTEERS);
    }
}
