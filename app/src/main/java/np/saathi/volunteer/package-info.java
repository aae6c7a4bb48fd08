/** Community Mental Health Volunteers (CMHVs), who host: training, languages, categories, and how they sign in by phone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"prompt", "telephony", "identity", "account", "retention"})
package np.saathi.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
