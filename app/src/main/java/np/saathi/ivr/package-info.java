/** The flows: what a call hears, from top to bottom, and what each key does. Never transactional. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "prompt", "telephony", "account", "operation", "caller",
        "volunteer",
        "session", "joining", "feedback", "report", "message", "safety", "training", "alert", "latehost"})
package np.saathi.ivr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
