/** Brings a host to a session that should have begun: who is assigned is rung first, then the reserve. */
@NullMarked
@ApplicationModule(allowedDependencies = {"prompt", "telephony", "account", "operation", "volunteer", "ringing",
        "session"})
package np.saathi.latehost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
