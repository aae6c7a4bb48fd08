/** How the words of the line become sound files: synthesized speech, recordings, G.711. Internal to the module. */
@NullMarked
package np.saathi.prompt.speech;

import org.jspecify.annotations.NullMarked;
