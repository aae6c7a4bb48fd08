/** What volunteers and admins did over HTTP, written in one place for all of REST. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "account", "retention", "web"})
package np.saathi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
