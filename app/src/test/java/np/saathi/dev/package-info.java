/**
 * What the line needs around it while it is developed and tested: Asterisk, MariaDB, a speech program, and a second
 * Asterisk as the callers' telephone exchange. Everything takes free ports and private directories, survives a killed
 * predecessor, and leaves nothing running.
 */
@NullMarked
package np.saathi.dev;

import org.jspecify.annotations.NullMarked;
