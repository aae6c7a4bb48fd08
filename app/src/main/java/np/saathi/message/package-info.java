/** Private messages between one caller and the volunteers: text or voice, on the web and by phone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "audio", "prompt", "telephony", "identity", "retention", "web",
        "account",
        "caller",
        "volunteer", "session"})
package np.saathi.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
