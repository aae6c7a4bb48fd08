/**
 * How somebody comes from the web to a session by phone, and out of it again: one-time codes that the phone's menu
 * takes, and being rung.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"prompt", "telephony", "identity", "web", "account", "caller", "ringing",
        "session"})
package np.saathi.joining;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
