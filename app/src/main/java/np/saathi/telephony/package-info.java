/**
 * What the rest of the house knows of telephones: one caller's line, rooms, and what happened on them.
 * Only the package {@code asterisk} below knows which exchange serves it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "prompt"})
package np.saathi.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
