package np.saathi.dev;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;

import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Password;
import np.saathi.account.Pin;
import np.saathi.account.Role;
import np.saathi.prompt.Language;
import np.saathi.session.SessionPlan;
import np.saathi.session.Sessions;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteers;

/**
 * People and sessions to try the line with. A second run finds those of the first and gives them new secrets, since
 * the old ones can't be read.
 */
public final class DemoData {
    private static final List<Language> LANGUAGES = List.of(Language.NEPALI, Language.ENGLISH);
    private static final ZoneId NEPAL = ZoneId.of("Asia/Kathmandu");
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Sessions sessions;
    private final Volunteers volunteers;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    public DemoData(Sessions sessions, Volunteers volunteers, Accounts accounts, JdbcClient jdbc, Clock clock) {
        this.sessions = sessions;
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who can sign in by phone and on the web. */
    public record Person(AccountId id, Pin pin, Password password) {}

    /**
     * What one needs to know to sign in.
     *
     * @param devi hosts, as Ekta does: whoever signs in is sent where callers wait
     */
    public record Made(AccountId adminId, Password adminPassword, Person devi, Person ekta) {

        /** As lines of {@code dev-run.properties}. */
        public Map<String, String> properties() {
            return new TreeMap<>(Map.of( //
                    "admin.id", adminId.value(), "admin.password", adminPassword.text(), //
                    "volunteer.id", devi.id.value(), "volunteer.pin", devi.pin.digits(), //
                    "volunteer.password", devi.password.text(), //
                    "volunteer2.id", ekta.id.value(), "volunteer2.pin", ekta.pin.digits(), //
                    "volunteer2.password", ekta.password.text()));
        }
    }

    public Made make() {
        while (hosts().size() < 2) {
            volunteers.register(Pin.random(6), Training.CERTIFIED, Set.copyOf(LANGUAGES),
                    Set.of("stress", "grief", "family", "study", "migration", "mothers"));
        }
        Person devi = withNewSecrets(hosts().getFirst());
        Person ekta = withNewSecrets(hosts().getLast());
        AccountId admin = account(Role.ADMIN).orElseGet(() -> accounts.create(Role.ADMIN).id());
        Password password = password();
        accounts.setPassword(admin, password);
        keepOpen();
        planTheWeek();
        return new Made(admin, password, devi, ekta);
    }

    /** Sees to it that each language has a group that is open now; to be called again when one may have ended. */
    public void keepOpen() {
        for (Language language : LANGUAGES) {
            if (begun(language, clock.instant()) == 0) {
                sessions.plan(plan("stress", language, clock.instant(), Duration.ofHours(8)));
            }
        }
    }

    private void planTheWeek() {
        List<String> categories = List.of("grief", "family", "study", "migration", "mothers");
        for (int day = 1; day <= categories.size(); day++) {
            Instant evening = clock.instant().atZone(NEPAL).plusDays(day).with(LocalTime.of(18, 0)).toInstant();
            Language language = LANGUAGES.get(day % LANGUAGES.size());
            String category = categories.get(day - 1);
            if (jdbc.sql("SELECT COUNT(*) FROM peer_session WHERE starts_at = ?").param(Timestamp.from(evening))
                    .query(Integer.class).single() == 0) {
                sessions.plan(plan(category, language, evening, Duration.ofHours(1)));
            }
        }
    }

    private SessionPlan plan(String category, Language language, Instant start, Duration duration) {
        return new SessionPlan(category, language, "Demo: " + category, start, duration, SessionPlan.USUAL_CAPACITY,
                Set.copyOf(hosts()));
    }

    /** Sessions whose time has come and that are not over. */
    private int begun(Language language, Instant now) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM peer_session
                WHERE language = ? AND state IN ('SCHEDULED', 'WAITING', 'LIVE', 'HELD') AND starts_at <= ?
                """).params(language.code(), Timestamp.from(now)).query(Integer.class).single();
    }

    /** The first two volunteers there ever were; the one with the lower id is called Devi. */
    private List<AccountId> hosts() {
        return jdbc.sql("SELECT v.account_id FROM volunteer v JOIN account a ON a.id = v.account_id "
                + "ORDER BY a.created_at, a.id LIMIT 2").query(String.class).list().stream().sorted()
                .map(AccountId::new).toList();
    }

    private Person withNewSecrets(AccountId id) {
        Person person = new Person(id, Pin.random(6), password());
        accounts.setPin(id, person.pin());
        accounts.setPassword(id, person.password());
        return person;
    }

    private Optional<AccountId> account(Role role) {
        return jdbc.sql("SELECT id FROM account WHERE role = ? ORDER BY created_at, id LIMIT 1").param(role.name())
                .query(String.class).optional().map(AccountId::new);
    }

    private static Password password() {
        byte[] bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
