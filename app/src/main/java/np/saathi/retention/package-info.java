/** Forgetting in time: each module brings the rules for what it keeps, one job applies them all, once for all instances. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package np.saathi.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
