package np.saathi.volunteer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/** Who signed up as a volunteer and waits for an admin. */
@Repository
class Applications {
    private final JdbcClient jdbc;
    private final Clock clock;

    Applications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(AccountId account, Language language, Optional<String> category) {
        jdbc.sql("INSERT INTO volunteer_application (account_id, language, category, applied_at) VALUES (?, ?, ?, ?)")
                .param(account.value()).param(language.code()).param(category.orElse(null))
                .param(Timestamp.from(clock.instant())).update();
    }

    List<Application> all() {
        return jdbc.sql("SELECT account_id, language, category, applied_at FROM volunteer_application "
                + "ORDER BY applied_at, account_id")
                .query((row, n) -> new Application(new AccountId(row.getString(1)), new Language(row.getString(2)),
                        Optional.ofNullable(row.getString(3)), row.getTimestamp(4).toInstant()))
                .list();
    }

    /** @return whether there was one */
    boolean remove(AccountId account) {
        return jdbc.sql("DELETE FROM volunteer_application WHERE account_id = ?").param(account.value()).update() > 0;
    }
}
