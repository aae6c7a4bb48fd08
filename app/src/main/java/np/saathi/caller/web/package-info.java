/** The line's languages over HTTP. */
@NullMarked
package np.saathi.caller.web;

import org.jspecify.annotations.NullMarked;
