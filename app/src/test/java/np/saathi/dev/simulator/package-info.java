/** The line tried from a browser, without a softphone: real calls through the callers' exchange. For development only. */
@NullMarked
package np.saathi.dev.simulator;

import org.jspecify.annotations.NullMarked;
