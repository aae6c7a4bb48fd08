/** What a host tells of a session afterwards, and how they are themselves. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "retention", "web", "account", "audit", "volunteer", "session"})
package np.saathi.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
