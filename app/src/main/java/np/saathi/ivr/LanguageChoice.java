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

    /** @return empty after three tries */
    Optional<Language> ask(PhoneLine line) {
        return among(line.meanwhile(this::offered)).ask(line);
    }

    static Menu<Optional<Language>> among(List<Language> languages) {
        Spoken offers = Spoken.nothing();
        Spoken help = Spoken.nothing();
        for (int i = 0; i < languages.size(); i++) {
            offers = offers.then(Spoken.of(Prompt.LANGUAGE_OFFER).then(Spoken.number(i + 1)).in(languages.get(i)));
            help = help.then(Spoken.of(Prompt.LANGUAGE_HELP).in(languages.get(i)));
        }
        Menu.Asking<Optional<Language>> menu = Menu.asking(offers);
        for (int i = 0; i < languages.size(); i++) {
            menu.on(Key.values()[i + 1], Optional.of(languages.get(i)));
        }
        return menu.retrying(offers, offers.then(help)).otherwise(Optional.empty());
    }

    /** Never none: a question without an answer would end the call. */
    private List<Language> offered() {
        List<Language> wanted = active.offered();
        List<Language> offered = prompts.languages().stream().filter(wanted::contains).toList();
        return offered.isEmpty() ? prompts.languages() : offered;
    }

    /** Changes the language of this call, and of a known caller for next time. */
    void change(PhoneLine line, Caller caller) {
        ask(line).ifPresent(language -> {
            line.speak(language);
            line.during(() -> callers.speaks(caller, language));
            line.say(caller.account().isPresent()
                    ? Spoken.of(Prompt.LANGUAGE_SET)
                    : Spoken.of(Prompt.LANGUAGE_SET, Prompt.SETTINGS_UNKEPT));
        });
    }
}
