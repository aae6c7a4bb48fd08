/**
 * What must not wait for somebody to look: who is on duty is rung, one after another, until one takes it. Alerts say
 * what it is, never who.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"prompt", "telephony", "web", "account", "retention", "operation", "ringing",
        "session", "message", "report", "safety"})
package np.saathi.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
