/** How the service is operated: hours, limits and spans that admins set, known to all without asking the database. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "account", "retention", "web"})
package np.saathi.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
