package np.saathi.ivr;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.caller.LineLanguages;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.PromptCatalog;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Asks for the language: each offers itself in its own words, then the number of its key; the third time help is told
 * in each too. Languages are data: those are offered that have their words and that no admin has made inactive.
 */
@Component
class LanguageChoice {
    private final PromptCatalog prompts;
    private final LineLanguages active;
    private final Callers callers;

    LanguageChoice(PromptCatalog prompts, LineLanguages active, Callers callers) {
        this.prompts = prompts;
        this.active = active;
        this.callers = callers;
    }

    /** For the first call, which has nothing to step back to. @return empty after three tries */
    Optional<Language> ask(PhoneLine line) {
        return among(line.meanwhile(this::offered)).ask(line);
    }

    /** For a settings menu, to which star leads back. @return empty for that, and after three tries */
    Optional<Language> askOrBack(PhoneLine line) {
        return amongOrBack(line.meanwhile(this::offered)).ask(line);
    }

    static Menu<Optional<Language>> among(List<Language> languages) {
        return retrying(offering(languages), languages).otherwise(Optional.empty());
    }

    static Menu<Optional<Language>> amongOrBack(List<Language> languages) {
        return retrying(offering(languages).on(Key.STAR, Optional.empty()).on(Key.HASH, Optional.empty()), languages)
                .otherwise(Optional.empty());
    }

    private static Menu.Retrying<Optional<Language>> retrying(Menu.Asking<Optional<Language>> menu,
            List<Language> languages) {
        return menu.retrying(offers(languages), offers(languages).then(help(languages)));
    }

    private static Menu.Asking<Optional<Language>> offering(List<Language> languages) {
        Menu.Asking<Optional<Language>> menu = Menu.asking(offers(languages));
        for (int i = 0; i < languages.size(); i++) {
            menu.on(Key.values()[i + 1], Optional.of(languages.get(i)));
        }
        return menu;
    }

    private static Spoken offers(List<Language> languages) {
        Spoken offers = Spoken.nothing();
        for (int i = 0; i < languages.size(); i++) {
            offers = offers.then(Spoken.of(Prompt.LANGUAGE_OFFER).then(Spoken.number(i + 1)).in(languages.get(i)));
        }
        return offers;
    }

    private static Spoken help(List<Language> languages) {
        return languages.stream().map(language -> Spoken.of(Prompt.LANGUAGE_HELP).in(language))
                .reduce(Spoken.nothing(), Spoken::then);
    }

    /** Never none: a question without an answer would end the call. */
    private List<Language> offered() {
        List<Language> wanted = active.offered();
        List<Language> offered = prompts.languages().stream().filter(wanted::contains).toList();
        return offered.isEmpty() ? prompts.languages() : offered;
    }

    /**
     * Changes the language of this call, and of a known caller for next time.
     *
     * @return whether one was chosen; else they want one step back
     */
    boolean change(PhoneLine line, Caller caller) {
        Optional<Language> chosen = askOrBack(line);
        chosen.ifPresent(language -> {
            line.speak(language);
            line.during(() -> callers.speaks(caller, language));
            line.say(caller.account().isPresent()
                    ? Spoken.of(Prompt.LANGUAGE_SET)
                    : Spoken.of(Prompt.LANGUAGE_SET, Prompt.SETTINGS_UNKEPT));
        });
        return chosen.isPresent();
    }
}
