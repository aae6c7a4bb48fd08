/** What a run of tests needs from JUnit: how far it is, the log of one test, the hour of the day. */
@NullMarked
package np.saathi.dev.junit;

import org.jspecify.annotations.NullMarked;
