/**
 * Every call that the line places: who is to be rung, when and how often, by whose consent, and what became of it. It
 * dials and watches; what is said after 1 is the flows' affair.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"prompt", "telephony", "identity", "account"})
package np.saathi.ringing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
