/** Processes, ports, directories and deadlines of the development services, on a machine that others share. */
@NullMarked
package np.saathi.dev.process;

import org.jspecify.annotations.NullMarked;
