/** What keeps people unknown: keyed hashes of numbers and encryption at rest, by keys that no database holds. */
@NullMarked
@ApplicationModule(allowedDependencies = "telephony")
package np.saathi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
