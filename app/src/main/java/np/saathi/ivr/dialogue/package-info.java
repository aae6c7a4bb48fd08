/**
 * The five shapes in which the line talks with a caller, and nothing else: {@link np.saathi.ivr.dialogue.Menu},
 * {@link np.saathi.ivr.dialogue.Listing}, {@link np.saathi.ivr.dialogue.Entry},
 * {@link np.saathi.ivr.dialogue.Recording}, {@link np.saathi.ivr.dialogue.Confirm}. What silence, a wrong key, star and
 * hash do is decided here, once; 0 is the line's own affair ({@link np.saathi.telephony.HelpPressed}).
 */
@NullMarked
package np.saathi.ivr.dialogue;

import org.jspecify.annotations.NullMarked;
