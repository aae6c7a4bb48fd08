package np.saathi.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import np.saathi.account.AccountId;
import np.saathi.account.Nickname;
import np.saathi.account.Role;
import np.saathi.prompt.Language;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** All accounts, as far as the line knows them: no number, no hash, no moment that could be matched with a call. */
@RestController
@RequestMapping("/admin/users")
class UserController {
    private static final String ACCOUNTS = """
            FROM account a LEFT JOIN caller c ON c.account_id = a.id
              LEFT JOIN volunteer_application v ON v.account_id = a.id
            WHERE (:role = '' OR a.role = :role) AND (:language = '' OR COALESCE(c.language, v.language) = :language)
              AND (:pending = '' OR (v.account_id IS NOT NULL) = (:pending = 'true'))
            """;
    private final JdbcClient jdbc;
    private final Nicknames nicknames;

    UserController(JdbcClient jdbc, Nicknames nicknames) {
        this.jdbc = jdbc;
        this.nicknames = nicknames;
    }

    /**
     * @param language in which they are spoken to, or want to host; volunteers tell theirs under /admin/volunteers
     * @param pending whether they wait for approval
     * @param since the day on which the account was made
     */
    record User(AccountId id, @Schema(example = "Blue Hill") String nickname, Role role,
            @Nullable Language language, boolean pending, LocalDate since, int version) {}

    @GetMapping
    @Operation(summary = "Accounts, by id")
    PageOf<User> list(@Valid @ParameterObject Paging paging, @RequestParam @Nullable Role role,
            @RequestParam @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
            @RequestParam @Nullable Boolean pending) {
        long total = with(role, language, pending, jdbc.sql("SELECT COUNT(*) " + ACCOUNTS)).query(Long.class).single();
        return PageOf.of(with(role, language, pending, jdbc.sql(
                "SELECT a.*, COALESCE(c.language, v.language) AS language, v.account_id IS NOT NULL AS pending "
                        + ACCOUNTS + "ORDER BY a.id LIMIT :size OFFSET :offset"))
                .param("size", paging.size())
                .param("offset", paging.offset()).query(this::user).list(), paging, total);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One account")
    ResponseEntity<User> one(@PathVariable String id) {
        User user = AccountId.parse(id).flatMap(this::find).orElseThrow(Problem::notFound);
        return Versions.ok(user, user.version);
    }

    private Optional<User> find(AccountId id) {
        return with(null, null, null, jdbc.sql(
                "SELECT a.*, COALESCE(c.language, v.language) AS language, v.account_id IS NOT NULL AS pending "
                        + ACCOUNTS + "AND a.id = :id"))
                .param("id", id.value()).query(this::user).optional();
    }

    private static JdbcClient.StatementSpec with(@Nullable Role role, @Nullable String language,
            @Nullable Boolean pending, JdbcClient.StatementSpec sql) {
        return sql.param("role", role == null ? "" : role.name()).param("language", language == null ? "" : language)
                .param("pending", pending == null ? "" : pending.toString());
    }

    private User user(ResultSet row, int n) throws SQLException {
        String language = row.getString("language");
        return new User(new AccountId(row.getString("id")),
                nicknames.words(new Nickname(row.getInt("nickname_first"), row.getInt("nickname_second")),
                        nicknames.usual()),
                Role.valueOf(row.getString("role")), language == null ? null : new Language(language),
                row.getBoolean("pending"), row.getTimestamp("created_at").toInstant().atOffset(ZoneOffset.UTC)
                        .toLocalDate(),
                row.getInt("version"));
    }
}
