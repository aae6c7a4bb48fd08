package np.saathi.session;

/**
 * What a session can be about. Data, not code.
 *
 * @param code e.g. {@code stress}; its words are the prompt {@code category.stress}
 */
public record Category(String code) {}
