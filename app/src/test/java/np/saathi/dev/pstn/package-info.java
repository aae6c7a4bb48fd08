/** The callers' telephone network: a second Asterisk whose phones are led by tests. */
@NullMarked
package np.saathi.dev.pstn;

import org.jspecify.annotations.NullMarked;
