package np.saathi.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Categories of any code; a test tells which allow the voice to be disguised. */
public final class CategoriesInMemory extends Categories {
    private final Set<String> disguising = new HashSet<>();

    @SuppressWarnings("NullAway") // the methods that use them are replaced
    public CategoriesInMemory() {
        super(null, null);
    }

    public void allowDisguise(String code) {
        disguising.add(code);
    }

    @Override
    public Optional<Category> find(String code) {
        return Optional.of(new Category(code, 0, 1, disguising.contains(code), true, Set.of()));
    }

    @Override
    public boolean anyDisguise() {
        return !disguising.isEmpty();
    }
}
