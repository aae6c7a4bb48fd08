/** The Asterisk adapter: the only package that knows asterisk-java, FastAGI and AMI (ADR 0002). */
@NullMarked
package np.saathi.telephony.asterisk;

import org.jspecify.annotations.NullMarked;
