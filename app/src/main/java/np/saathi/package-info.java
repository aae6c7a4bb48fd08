/** The line as a whole: the packages below it are its rooms, each with one purpose. */
@NullMarked
package np.saathi;

import org.jspecify.annotations.NullMarked;
