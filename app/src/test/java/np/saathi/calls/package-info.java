/**
 * Calls on the real thing: Asterisk with {@code asterisk-config/}, MariaDB, the app in a process of its own, and a
 * second Asterisk as the callers' exchange. Asha, Bikash and Chandra call; Devi hosts.
 */
@NullMarked
package np.saathi.calls;

import org.jspecify.annotations.NullMarked;
