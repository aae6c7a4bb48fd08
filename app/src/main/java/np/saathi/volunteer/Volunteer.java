package np.saathi.volunteer;

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
    private final Training training;
    @MappedCollection(idColumn = "account_id")
    private final Set<SpokenLanguage> languages;
    @MappedCollection(idColumn = "account_id")
    private final Set<KnownCategory> categories;

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

    @Table("volunteer_language")
    record SpokenLanguage(Language language) {}

    @Table("volunteer_category")
    record KnownCategory(String category) {}
}
