package np.saathi.volunteer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.account.AccountId;
import np.saathi.identity.Encryptor;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/** Where admins look after volunteers: who there is, what was agreed, where they can be rung. */
@Service
public class VolunteerDesk {
    private static final String FOUND = """
            FROM volunteer v WHERE (:training = '' OR v.training = :training)
              AND (:language = '' OR EXISTS (SELECT 1 FROM volunteer_language l
                WHERE l.account_id = v.account_id AND l.language = :language))
              AND (:category = '' OR EXISTS (SELECT 1 FROM volunteer_category c
                WHERE c.account_id = v.account_id AND c.category = :category))
            """;
    private final VolunteerRepository volunteers;
    private final JdbcClient jdbc;
    private final Encryptor encryptor;
    private final OwnPhones ownPhones;

    VolunteerDesk(VolunteerRepository volunteers, JdbcClient jdbc, Encryptor encryptor, OwnPhones ownPhones) {
        this.volunteers = volunteers;
        this.jdbc = jdbc;
        this.encryptor = encryptor;
        this.ownPhones = ownPhones;
    }

    /** Which volunteers are looked for; whatever is empty does not matter. */
    public record Search(Optional<Training> training, Optional<Language> language, Optional<String> category) {}

    /** By account id. */
    public List<Volunteer> find(Search search, int size, long offset) {
        List<AccountId> page = with(search, jdbc.sql("SELECT v.account_id " + FOUND
                + "ORDER BY v.account_id LIMIT :size OFFSET :offset")).param("size", size).param("offset", offset)
                .query(String.class).list().stream().map(AccountId::new).toList();
        List<Volunteer> found = new ArrayList<>();
        volunteers.findAllById(page).forEach(found::add);
        found.sort(Comparator.comparing(volunteer -> volunteer.account().value()));
        return found;
    }

    public long count(Search search) {
        return with(search, jdbc.sql("SELECT COUNT(*) " + FOUND)).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec with(Search search, JdbcClient.StatementSpec sql) {
        return sql.param("training", search.training().map(Training::name).orElse(""))
                .param("language", search.language().map(Language::code).orElse(""))
                .param("category", search.category().orElse(""));
    }

    /**
     * @param phone where to ring them, and from where their PIN is enough; empty: nowhere
     * @param version that was seen
     * @throws OptimisticLockingFailureException when it is not the present one
     */
    @Transactional
    public Volunteer agree(AccountId account, VolunteerTerms terms, Optional<PhoneNumber> phone, int version) {
        Volunteer volunteer = volunteers.findById(account).orElseThrow();
        if (volunteer.version() != version) {
            throw new OptimisticLockingFailureException("Changed meanwhile");
        }
        volunteer.edit(terms);
        volunteer.phone(phone.map(number -> encryptor.encrypt(number.digits().getBytes(StandardCharsets.US_ASCII),
                context(account))).orElse(null));
        ownPhones.set(account, phone);
        return volunteers.save(volunteer);
    }

    /** Where a volunteer can be rung. For admins, and for ringing them. */
    public Optional<PhoneNumber> phoneOf(Volunteer volunteer) {
        return volunteer.phone().flatMap(encrypted -> PhoneNumber.parse(
                new String(encryptor.decrypt(encrypted, context(volunteer.account())), StandardCharsets.US_ASCII)));
    }

    private static String context(AccountId account) {
        return "volunteer-phone:" + account.value();
    }
}
