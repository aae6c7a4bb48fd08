/** What participants say of a session when they leave it. */
@NullMarked
@ApplicationModule(allowedDependencies = "session")
package np.saathi.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
