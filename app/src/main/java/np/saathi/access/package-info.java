/** Who may come in by web: sign-up, login, one's own account, and what guards all of HTTP. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "prompt", "telephony", "identity", "web", "account", "caller",
        "volunteer"})
package np.saathi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
