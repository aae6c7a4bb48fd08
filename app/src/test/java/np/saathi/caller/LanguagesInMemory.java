package np.saathi.caller;

import java.util.List;

import np.saathi.prompt.Language;

/** The active languages of a line without a database. */
public final class LanguagesInMemory extends LineLanguages {
    private final List<Language> languages;

    @SuppressWarnings("NullAway") // the only method that is asked for is replaced
    public LanguagesInMemory(Language... languages) {
        super(null);
        this.languages = List.of(languages);
    }

    @Override
    public List<Language> offered() {
        return languages;
    }
}
