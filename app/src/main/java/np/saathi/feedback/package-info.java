/** What participants say of a session when they leave it, or afterwards on the web. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "retention", "web", "account", "session"})
package np.saathi.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
