/** The line's own Asterisk with {@code asterisk-config/}, and links to its manager interface. */
@NullMarked
package np.saathi.dev.asterisk;

import org.jspecify.annotations.NullMarked;
