/** From whatever a phone or browser records to the samples that the telephone carries. */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package np.saathi.audio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
