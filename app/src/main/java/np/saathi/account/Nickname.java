package np.saathi.account;

import java.security.SecureRandom;

/**
 * Two recorded words that name a person to the others, without gender, caste, faith or illness in them.
 *
 * @param first which of the 32 first words ({@code nick.first.1} …)
 * @param second which of the 32 second words ({@code nick.second.1} …)
 */
public record Nickname(int first, int second) {
    private static final int WORDS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Nickname {
        if (first < 1 || first > WORDS || second < 1 || second > WORDS) {
            throw new IllegalArgumentException("A nickname is two words, each 1 to " + WORDS);
        }
    }

    static Nickname random() {
        return new Nickname(RANDOM.nextInt(1, WORDS + 1), RANDOM.nextInt(1, WORDS + 1));
    }
}
