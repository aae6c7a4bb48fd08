package np.saathi.session;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The categories there are. */
@Service
public class Categories {
    private final CategoryRepository categories;
    private final JdbcClient jdbc;

    Categories(CategoryRepository categories, JdbcClient jdbc) {
        this.categories = categories;
        this.jdbc = jdbc;
    }

    /** In the order in which to list them, inactive ones too. */
    public List<Category> all() {
        return categories.findAllByOrderByPositionAscCodeAsc();
    }

    public Optional<Category> find(String code) {
        return categories.findById(code);
    }

    /** Whether callers of any active category may disguise their voice. */
    public boolean anyDisguise() {
        return all().stream().anyMatch(category -> category.active() && category.voiceDisguise());
    }

    /**
     * Adds a category, or changes the one that has this version.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it has no version and its code is taken
     * @throws OptimisticLockingFailureException when it was changed or deleted since
     */
    public Category save(Category category) {
        return categories.save(category);
    }

    /**
     * Deletes a category that nobody uses; one in use can be made inactive.
     *
     * @throws NoSuchElementException when there is none
     * @throws OptimisticLockingFailureException when it was changed since
     * @throws DataIntegrityViolationException when a session, a series or a volunteer has it
     */
    @Transactional
    public void delete(String code, int version) {
        Category category = find(code).orElseThrow(() -> new NoSuchElementException("No category " + code));
        if (!Integer.valueOf(version).equals(category.version())) {
            throw new OptimisticLockingFailureException("Category " + code + " was changed since");
        }
        // Sessions and series refuse it by themselves; the training of a volunteer would silently go with it.
        if (jdbc.sql("SELECT COUNT(*) FROM volunteer_category WHERE category = ?").param(code).query(Long.class)
                .single() > 0) {
            throw new DataIntegrityViolationException("Volunteers are trained for " + code);
        }
        categories.delete(category);
    }
}
