/** Training material: documents and recordings that admins publish to callers or volunteers; recordings by phone too. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audio", "prompt", "prompt :: speech", "account", "web"})
package np.saathi.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
