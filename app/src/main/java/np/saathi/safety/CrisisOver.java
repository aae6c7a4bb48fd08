package np.saathi.safety;

import np.saathi.telephony.CrisisLedger;

/**
 * A crisis call came to an end.
 *
 * @param call the exchange's name for the call
 * @param talked whether they talked with somebody
 */
record CrisisOver(String call, boolean talked, CrisisLedger.Line line) {}
