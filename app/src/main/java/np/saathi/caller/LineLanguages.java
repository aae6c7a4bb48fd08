package np.saathi.caller;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import np.saathi.prompt.Language;

/** The languages of the line: data, edited by admins. */
@Service
public class LineLanguages {
    private final LineLanguageRepository languages;

    LineLanguages(LineLanguageRepository languages) {
        this.languages = languages;
    }

    /**
     * A language in which sessions are held.
     *
     * @param code ISO 639, its key in {@code prompts/script.yml}
     * @param version null before it is saved
     * @param name in its own words, for the panel
     * @param position order in lists
     * @param active whether new sessions may be planned in it
     */
    @Table("line_language")
    public record LineLanguage(@Id Language code, @Version @Nullable Integer version, String name, int position,
            boolean active) {}

    /** In the order in which to list them, inactive ones too. */
    public List<LineLanguage> all() {
        return languages.findAllByOrderByPositionAscCodeAsc();
    }

    /** The active ones, in the order in which to offer them. */
    public List<Language> offered() {
        return all().stream().filter(LineLanguage::active).map(LineLanguage::code).toList();
    }

    public Optional<LineLanguage> find(Language code) {
        return languages.findById(code);
    }

    /**
     * Adds a language, or changes the one that has this version.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it has no version and its code is taken
     * @throws OptimisticLockingFailureException when it was changed or deleted since
     */
    public LineLanguage save(LineLanguage language) {
        return languages.save(language);
    }

    /**
     * Deletes a language that nobody uses; one in use can be made inactive.
     *
     * @throws NoSuchElementException when there is none
     * @throws OptimisticLockingFailureException when it was changed since
     * @throws org.springframework.dao.DataIntegrityViolationException when a caller, a volunteer or a session has it
     */
    @Transactional
    public void delete(Language code, int version) {
        LineLanguage language = find(code).orElseThrow(() -> new NoSuchElementException("No language " + code));
        if (!Integer.valueOf(version).equals(language.version())) {
            throw new OptimisticLockingFailureException("Language " + code + " was changed since");
        }
        languages.delete(language);
    }
}
