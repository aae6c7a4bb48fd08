/** The words of the line: what it can say, in which language, and the sound files that say it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package np.saathi.prompt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
