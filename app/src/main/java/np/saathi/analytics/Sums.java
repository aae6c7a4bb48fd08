package np.saathi.analytics;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Counts of one group.
 *
 * @param size calls it stands for
 */
record Sums(int size, Map<Figure, Integer> figures) {
    /** Of fewer calls nothing is told. */
    static final int RIPE = 10;
    private static final int STEP = 5;

    static Sums none() {
        return new Sums(0, Map.of());
    }

    int of(Figure figure) {
        return figures.getOrDefault(figure, 0);
    }

    Sums plus(Sums other) {
        Map<Figure, Integer> sum = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            int both = of(figure) + other.of(figure);
            if (both != 0) {
                sum.put(figure, both);
            }
        }
        return new Sums(size + other.size, sum);
    }

    boolean ripe() {
        return size >= RIPE;
    }

    /** As they may be told: every number but the size is one of the two nearest multiples of five, by chance. */
    Sums rounded(RandomGenerator chance) {
        Map<Figure, Integer> rounded = new EnumMap<>(Figure.class);
        figures.forEach((figure, count) -> rounded.put(figure, round(count, chance)));
        return new Sums(size, rounded);
    }

    /** The nearer one is the likelier, just so that long sums come out right: 7 is 5 three times in five, else 10. */
    static int round(int count, RandomGenerator chance) {
        int over = count % STEP;
        return count - over + (chance.nextInt(STEP) < over ? STEP : 0);
    }
}
