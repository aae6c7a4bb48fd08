/**
 * What all of REST has in common: problems, pages, versions of what is edited, and answers that are given once though
 * the question comes twice.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"support", "identity"})
package np.saathi.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
