/** Sessions and who is in them: planned, waiting, live, held, over. All state is in the database. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "prompt", "telephony", "web", "account", "retention", "operation",
        "caller",
        "volunteer"})
package np.saathi.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
