package np.saathi.account;

/** The secret by which an account is opened on the web: 12 to 128 characters. Prints redacted. */
public record Password(String text) {

    public Password {
        if (text.length() < 12 || text.length() > 128) {
            throw new IllegalArgumentException("A password has 12 to 128 characters");
        }
    }

    @Override
    public String toString() {
        return "[a password]";
    }
}
