/** Sessions and categories over HTTP. */
@NullMarked
package np.saathi.session.web;

import org.jspecify.annotations.NullMarked;
