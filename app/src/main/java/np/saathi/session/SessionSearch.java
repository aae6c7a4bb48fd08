package np.saathi.session;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/** Finds sessions, page by page; the database chooses, sorts and counts. */
@Service
public class SessionSearch {
    private final JdbcClient jdbc;
    private final PeerSessionRepository sessions;

    SessionSearch(JdbcClient jdbc, PeerSessionRepository sessions) {
        this.jdbc = jdbc;
        this.sessions = sessions;
    }

    /**
     * Which sessions; what is null or empty filters nothing.
     *
     * @param from start at this moment or later
     * @param to start before this moment
     */
    public record Filter(@Nullable String category, @Nullable Language language, Set<SessionState> states,
            @Nullable Instant from, @Nullable Instant to, @Nullable AccountId host) {}

    /** @param total on all pages together */
    public record Page(List<PeerSession> sessions, long total) {}

    /** @param page from 0 */
    public Page find(Filter filter, boolean latestFirst, int page, int size) {
        List<String> conditions = new ArrayList<>(List.of("TRUE"));
        Map<String, Object> values = new HashMap<>();
        if (filter.category() != null) {
            conditions.add("category = :category");
            values.put("category", filter.category());
        }
        if (filter.language() != null) {
            conditions.add("language = :language");
            values.put("language", filter.language().code());
        }
        if (!filter.states().isEmpty()) {
            conditions.add("state IN (:states)");
            values.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (filter.from() != null) {
            conditions.add("starts_at >= :from");
            values.put("from", Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("starts_at < :to");
            values.put("to", Timestamp.from(filter.to()));
        }
        if (filter.host() != null) {
            conditions.add("id IN (SELECT session_id FROM session_host WHERE account_id = :host)");
            values.put("host", filter.host().value());
        }
        String where = " FROM peer_session WHERE " + String.join(" AND ", conditions);
        String order = latestFirst ? " ORDER BY starts_at DESC, id DESC" : " ORDER BY starts_at, id";
        long total = jdbc.sql("SELECT COUNT(*)" + where).params(values).query(Long.class).single();
        List<Long> ids = jdbc.sql("SELECT id" + where + order + " LIMIT :size OFFSET :offset").params(values)
                .param("size", size).param("offset", (long) page * size).query(Long.class).list();
        return new Page(inOrder(ids), total);
    }

    private List<PeerSession> inOrder(List<Long> ids) {
        Map<Long, PeerSession> found = StreamSupport.stream(sessions.findAllById(ids).spliterator(), false)
                .collect(Collectors.toMap(PeerSession::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }
}
