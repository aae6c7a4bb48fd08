/** Which words of the line are recorded and approved: listening, replacing, reviewing, and whether groups may open on them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "audio", "prompt", "prompt :: speech", "account", "operation",
        "caller",
        "web"})
package np.saathi.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
