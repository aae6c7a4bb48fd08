package np.saathi.telephony;

import java.time.Instant;

/** This call comes from a phone of the house: it is left out of the figures. */
public record TestCall(CallId call, Instant at) {}
