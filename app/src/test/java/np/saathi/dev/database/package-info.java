/** A MariaDB for tests and the development run, and what tests look at in it. */
@NullMarked
package np.saathi.dev.database;

import org.jspecify.annotations.NullMarked;
