/** From whatever a phone or browser records to the samples that the telephone carries; all in this process. */
@NullMarked
package np.saathi.message.audio;

import org.jspecify.annotations.NullMarked;
