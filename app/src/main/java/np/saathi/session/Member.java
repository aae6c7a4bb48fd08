package np.saathi.session;

import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;

/** Somebody in a room, as far as one must know to speak to them. */
public record Member(CallId call, Language language, Voice voice) {}
