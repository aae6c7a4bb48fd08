/**
 * The web panel: how the files under {@code static/panel} are served. What they do they do over REST, like anybody else,
 * so this knows no other part of the house.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package np.saathi.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
