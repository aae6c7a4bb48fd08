/** Annotations, people and checks for tests of modules and of REST. */
@NullMarked
package np.saathi.dev.web;

import org.jspecify.annotations.NullMarked;
