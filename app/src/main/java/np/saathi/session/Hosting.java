package np.saathi.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;

/** How much volunteers host. Known as long as times of coming and going are kept, 90 days unless an admin set less. */
@Service
public class Hosting {
    private final JdbcClient jdbc;
    private final Clock clock;

    Hosting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a volunteer led; listening is not counted.
     *
     * @param inRooms all their stays together
     * @param last when they last came into one of these rooms
     */
    public record Held(int sessions, Duration inRooms, @Nullable Instant last) {}

    public Held since(AccountId host, Instant from) {
        return jdbc.sql("""
                SELECT COUNT(DISTINCT session_id),
                  COALESCE(SUM(TIMESTAMPDIFF(SECOND, GREATEST(joined_at, :from), COALESCE(left_at, :now))), 0),
                  MAX(joined_at)
                FROM participant
                WHERE account_id = :host AND role IN ('HOST', 'COACHED') AND joined_at IS NOT NULL
                  AND COALESCE(left_at, :now) > :from
                """).param("host", host.value()).param("from", Timestamp.from(from))
                .param("now", Timestamp.from(clock.instant())).query(Hosting::held).single();
    }

    /** Sessions that are still to come, or to be held now. */
    public int toCome(AccountId host) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM peer_session s JOIN session_host h ON h.session_id = s.id
                WHERE h.account_id = ? AND s.state IN ('SCHEDULED', 'WAITING')
                """).param(host.value()).query(Integer.class).single();
    }

    private static Held held(ResultSet row, int n) throws SQLException {
        Timestamp last = row.getTimestamp(3);
        return new Held(row.getInt(1), Duration.ofSeconds(row.getLong(2)), last == null ? null : last.toInstant());
    }
}
