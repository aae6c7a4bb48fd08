/**
 * Figures of the line, without anyone in them. This module listens to events and answers admins; nothing calls it, and
 * nothing depends on it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "prompt", "retention", "telephony", "identity", "account",
        "session",
        "feedback", "safety",
        "web"})
package np.saathi.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
