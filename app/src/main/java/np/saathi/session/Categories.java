package np.saathi.session;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The categories there are. */
@Service
public class Categories {
    private final JdbcClient jdbc;

    Categories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which to list them. */
    public List<Category> all() {
        return jdbc.sql("SELECT code FROM category ORDER BY position, code").query(String.class).list().stream()
                .map(Category::new).toList();
    }
}
