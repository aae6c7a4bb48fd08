package np.saathi.caller;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import np.saathi.prompt.Language;

/** The languages that callers are offered. */
@Service
public class LineLanguages {
    private final JdbcClient jdbc;
    private volatile List<Language> offered = List.of();

    LineLanguages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which to offer them. Read once: a new language needs prompts, and they are read at start too. */
    public List<Language> offered() {
        if (offered.isEmpty()) {
            offered = jdbc.sql("SELECT code FROM line_language ORDER BY position").query(String.class).list().stream()
                    .map(Language::new).toList();
        }
        return offered;
    }
}
