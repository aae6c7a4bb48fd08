/**
 * What keeps people safe beyond a conversation: the crisis path's numbers, hours and roster (written to the exchange's
 * side, which serves them without us), its records, and ringing back who asked for it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "prompt", "telephony", "identity", "account", "retention",
        "ringing",
        "web"})
package np.saathi.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
