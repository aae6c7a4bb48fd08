package np.saathi.caller;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import np.saathi.account.AccountId;
import np.saathi.prompt.Language;

/** What is kept of a remembered caller. */
@Table("caller")
class Preferences {
    @Id
    private final AccountId accountId;
    @Version
    private @Nullable Integer version;
    private Language language;
    private @Nullable String lastCategory;
    private boolean disguised;

    Preferences(AccountId accountId, Language language) {
        this.accountId = accountId;
        this.language = language;
    }

    void language(Language language) {
        this.language = language;
    }

    void lastCategory(String category) {
        this.lastCategory = category;
    }

    void disguised(boolean wanted) {
        this.disguised = wanted;
    }

    Caller caller() {
        return new Caller(Optional.of(accountId), language, Optional.ofNullable(lastCategory), disguised);
    }
}
