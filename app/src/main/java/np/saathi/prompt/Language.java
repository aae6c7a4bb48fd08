package np.saathi.prompt;

/** A language of the line, by its ISO 639 code. Languages are data: a new one needs texts, no code. */
public record Language(String code) {

    public static final Language NEPALI = new Language("ne");
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!code.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException("A language is an ISO 639 code of two or three small letters");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
