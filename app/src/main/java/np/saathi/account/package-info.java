/** Accounts: an id and a nickname instead of a name, and the secrets that open them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "identity", "retention", "web"})
package np.saathi.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
