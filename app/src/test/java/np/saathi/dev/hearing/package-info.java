/** What a phone hears: which prompts, when, whether to their ends, and which tones. */
@NullMarked
package np.saathi.dev.hearing;

import org.jspecify.annotations.NullMarked;
