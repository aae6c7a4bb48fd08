/** The anonymous identity of a caller: number to keyed hash to account, and what that account prefers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"prompt", "telephony", "identity", "web", "account", "operation",
        "retention"})
package np.saathi.caller;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
