package np.saathi.volunteer;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/** A Community Mental Health Volunteer (CMHV). */
@Table("volunteer")
public class Volunteer {
    @Id
    private final AccountId accountId;
    @Version
    private @Nullable Integer version;
    private Training training;
    @MappedCollection(idColumn = "account_id")
    private Set<SpokenLanguage> languages;
    @MappedCollection(idColumn = "account_id")
    private Set<KnownCategory> categories;
    private @Nullable Integer dailySessions;
    private @Nullable Integer weeklySessions;
    private boolean reserve;
    private boolean suspended;
    private @Nullable Language phoneLanguage;
    private byte @Nullable [] phone;

    Volunteer(AccountId accountId, Training training, Set<SpokenLanguage> languages, Set<KnownCategory> categories) {
        this.accountId = accountId;
        this.training = training;
        this.languages = languages;
        this.categories = categories;
    }

    public AccountId account() {
        return accountId;
    }

    public Training training() {
        return training;
    }

    public Set<Language> languages() {
        return languages.stream().map(SpokenLanguage::language).collect(Collectors.toUnmodifiableSet());
    }

    /** Codes of the categories they are trained for. */
    public Set<String> categories() {
        return categories.stream().map(KnownCategory::category).collect(Collectors.toUnmodifiableSet());
    }

    /** Sessions a day at most; empty: as many as the line allows. */
    public Optional<Integer> dailySessions() {
        return Optional.ofNullable(dailySessions);
    }

    /** Sessions a week at most; empty: as many as the line allows. */
    public Optional<Integer> weeklySessions() {
        return Optional.ofNullable(weeklySessions);
    }

    /** Whether to ring them when the host of a session in one of their languages is late. */
    public boolean reserve() {
        return reserve;
    }

    /** Whether they may neither sign in nor host for now. */
    public boolean suspended() {
        return suspended;
    }

    /** In which the line speaks to them; empty when they have not chosen. */
    public Optional<Language> languageByPhone() {
        return Optional.ofNullable(phoneLanguage);
    }

    void languageByPhone(Language chosen) {
        phoneLanguage = chosen;
    }

    /** Whether a phone is known by which they can be rung. */
    public boolean hasPhone() {
        return phone != null;
    }

    /** For optimistic locking by clients. */
    public int version() {
        return Objects.requireNonNull(version, "not yet saved");
    }

    Optional<byte[]> phone() {
        return Optional.ofNullable(phone);
    }

    void phone(byte @Nullable [] encrypted) {
        phone = encrypted;
    }

    void edit(VolunteerTerms terms) {
        training = terms.training();
        languages = terms.languages().stream().map(SpokenLanguage::new).collect(Collectors.toSet());
        categories = terms.categories().stream().map(KnownCategory::new).collect(Collectors.toSet());
        dailySessions = terms.dailySessions().orElse(null);
        weeklySessions = terms.weeklySessions().orElse(null);
        reserve = terms.reserve();
        suspended = terms.suspended();
    }

    @Table("volunteer_language")
    record SpokenLanguage(Language language) {}

    @Table("volunteer_category")
    record KnownCategory(String category) {}
}
