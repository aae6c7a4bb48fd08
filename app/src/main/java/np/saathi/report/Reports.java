package np.saathi.report;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountId;
import np.saathi.identity.Encryptor;
import np.saathi.report.ReportRefused.Why;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;

/** Keeps hosts' reports: one of each host and session, which they can still change for a day. */
@Service
public class Reports {
    static final Duration OPEN = Duration.ofDays(1);
    static final String COLUMNS = """
            SELECT id, version, session_id, account_id, risk, follow_up, topics, notes, wellbeing, filed_at, handled_at,
              handled_by, (SELECT category FROM peer_session s WHERE s.id = session_report.session_id) category,
              EXISTS (SELECT 1 FROM report_voice v WHERE v.report_id = session_report.id) has_voice
            FROM session_report
            """;
    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Encryptor encryptor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reports(JdbcClient jdbc, Sessions sessions, Encryptor encryptor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.encryptor = encryptor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ReportRefused when there is nothing to report for this host, or they have */
    @Transactional
    public Report file(AccountId host, long sessionId, Answers answers) {
        PeerSession session = sessions.find(sessionId).orElseThrow(() -> new ReportRefused(Why.NO_SUCH_SESSION));
        if (!session.hosts().contains(host)) {
            throw new ReportRefused(Why.NOT_THE_HOST);
        }
        boolean over = session.state() == SessionState.ENDED || sessions.isTakenFrom(sessionId, host);
        if (!over || session.liveSince().isEmpty()) {
            throw new ReportRefused(Why.NOT_HELD);
        }
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        try {
            values(jdbc.sql("""
                    INSERT INTO session_report
                      (version, session_id, account_id, risk, follow_up, topics, notes, wellbeing, filed_at)
                    VALUES (0, :session, :host, :risk, :followUp, :topics, :notes, :wellbeing, :now)
                    """), host, sessionId, answers).update(id, "id");
        } catch (DuplicateKeyException before) {
            throw new ReportRefused(Why.FILED_BEFORE);
        }
        long report = Objects.requireNonNull(id.getKey()).longValue();
        tell(report, sessionId, answers, Optional.empty());
        return find(report, host).orElseThrow();
    }

    /**
     * What was seen to is to be looked at again, when it is another report now.
     *
     * @param version of what was seen
     * @throws ReportRefused a day after it was filed
     * @throws OptimisticLockingFailureException when it was changed meanwhile
     */
    @Transactional
    public Report change(Report before, int version, Answers answers) {
        if (!clock.instant().isBefore(before.filedAt().plus(OPEN))) {
            throw new ReportRefused(Why.CLOSED);
        }
        AccountId host = Objects.requireNonNull(before.host());
        int changed = values(jdbc.sql("""
                UPDATE session_report SET version = version + 1, risk = :risk, follow_up = :followUp, topics = :topics,
                  notes = :notes, wellbeing = :wellbeing, complete = TRUE, handled_at = NULL, handled_by = NULL
                WHERE session_id = :session AND account_id = :host AND version = :version
                """), host, before.sessionId(), answers).param("version", version).update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The report was changed meanwhile");
        }
        tell(before.id(), before.sessionId(), answers, Optional.of(before.answers()));
        return find(before.id(), host).orElseThrow();
    }

    /** What was told before is not told again. */
    private void tell(long report, long sessionId, Answers now, Optional<Answers> before) {
        if (now.danger() && before.filter(Answers::danger).isEmpty()) {
            events.publishEvent(new ReportEvent.DangerReported(UUID.randomUUID(), sessionId, clock.instant()));
        }
        now.unwell().filter(_ -> before.flatMap(Answers::unwell).isEmpty())
                .ifPresent(_ -> events.publishEvent(
                        new ReportEvent.HostUnwell(UUID.randomUUID(), report, sessionId, clock.instant())));
    }

    /** Who filed it; empty when it is gone, or their account is. */
    public Optional<AccountId> hostOf(long id) {
        return jdbc.sql("SELECT account_id FROM session_report WHERE id = ? AND account_id IS NOT NULL").param(id)
                .query(String.class).optional().map(AccountId::new);
    }

    /** One of this host's own. */
    public Optional<Report> find(long id, AccountId host) {
        return jdbc.sql(COLUMNS + "WHERE id = ? AND account_id = ?").params(id, host.value()).query(this::report)
                .optional();
    }

    /** What this host reported of a session. */
    Optional<Report> about(long sessionId, AccountId host) {
        return jdbc.sql(COLUMNS + "WHERE session_id = ? AND account_id = ?").params(sessionId, host.value())
                .query(this::report).optional();
    }

    void say(Report report, byte[] alaw) {
        jdbc.sql("INSERT INTO report_voice (report_id, voice) VALUES (:id, :voice) "
                + "ON DUPLICATE KEY UPDATE voice = :voice").param("id", report.id())
                .param("voice",
                        encryptor.encrypt(alaw, context(Objects.requireNonNull(report.host()), report.sessionId())))
                .update();
    }

    /** A-law, 8 kHz; empty when nothing was said, or who said it is gone. */
    Optional<byte[]> voice(Report report) {
        AccountId host = report.host();
        return host == null
                ? Optional.empty()
                : jdbc.sql("SELECT voice FROM report_voice WHERE report_id = ?").param(report.id()).query(byte[].class)
                        .optional().map(sealed -> encryptor.decrypt(sealed, context(host, report.sessionId())));
    }

    /** This host's own, the latest first. */
    public List<Report> of(AccountId host, long offset, int size) {
        return jdbc.sql(COLUMNS + "WHERE account_id = ? ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(host.value(), size, offset).query(this::report).list();
    }

    public long count(AccountId host) {
        return jdbc.sql("SELECT COUNT(*) FROM session_report WHERE account_id = ?").param(host.value())
                .query(Long.class).single();
    }

    private JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, AccountId host, long sessionId,
            Answers answers) {
        return statement.param("session", sessionId).param("host", host.value()).param("risk", answers.risk())
                .param("followUp", answers.followUp()).param("topics", String.join(",", answers.topics()))
                .param("notes", sealed(answers.notes(), host, sessionId)).param("wellbeing", answers.wellbeing())
                .param("now", Timestamp.from(clock.instant()));
    }

    Report report(ResultSet row, int n) throws SQLException {
        AccountId host = account(row.getString("account_id"));
        long session = row.getLong("session_id");
        String topics = row.getString("topics");
        Answers answers = new Answers(row.getInt("risk"), row.getBoolean("follow_up"),
                topics.isEmpty() ? List.of() : List.of(topics.split(",", -1)),
                opened(row.getBytes("notes"), host, session), row.getObject("wellbeing", Integer.class));
        Timestamp handled = row.getTimestamp("handled_at");
        return new Report(row.getLong("id"), row.getInt("version"), session, row.getString("category"), host, answers,
                row.getTimestamp("filed_at").toInstant(), host != null && row.getBoolean("has_voice"),
                handled == null ? null : handled.toInstant(), account(row.getString("handled_by")));
    }

    private static @Nullable AccountId account(@Nullable String id) {
        return id == null ? null : new AccountId(id);
    }

    private byte @Nullable [] sealed(@Nullable String notes, AccountId host, long sessionId) {
        return notes == null || notes.isBlank()
                ? null
                : encryptor.encrypt(notes.strip().getBytes(StandardCharsets.UTF_8), context(host, sessionId));
    }

    private @Nullable String opened(byte @Nullable [] sealed, @Nullable AccountId host, long sessionId) {
        return sealed == null || host == null
                ? null
                : new String(encryptor.decrypt(sealed, context(host, sessionId)), StandardCharsets.UTF_8);
    }

    private static String context(AccountId host, long sessionId) {
        return "report:" + sessionId + ":" + host;
    }
}
