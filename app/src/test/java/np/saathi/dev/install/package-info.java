/** Programs that the development services need: found where they are installed, else fetched once into a cache. */
@NullMarked
package np.saathi.dev.install;

import org.jspecify.annotations.NullMarked;
