/** What every module may use: it knows nothing of what the line does. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package np.saathi.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
