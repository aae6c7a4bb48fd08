package np.saathi.audit;

import java.time.Instant;

import np.saathi.account.Role;

/**
 * Something that a volunteer or an admin did, or tried, or read where each reading counts.
 *
 * @param route the path's pattern, e.g. {@code /admin/duty/{id}}
 * @param variables what stood in it, e.g. {@code id=7}
 * @param status how it was answered
 */
record Action(Instant at, String accountId, Role role, String method, String route, String variables, int status) {}
