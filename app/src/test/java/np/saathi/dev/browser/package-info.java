/** A Chromium for the tests of the panel. */
@NullMarked
package np.saathi.dev.browser;

import org.jspecify.annotations.NullMarked;
