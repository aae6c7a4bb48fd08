package np.saathi.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import np.saathi.account.Nickname;
import np.saathi.prompt.Language;
import np.saathi.prompt.Script;

/** Nicknames as words to read; the line says the same ones. */
@Service
public class Nicknames {
    private final Script script;

    Nicknames(Script script) {
        this.script = script;
    }

    public String words(Nickname nickname, Language language) {
        return Stream.of("nick.first." + nickname.first(), "nick.second." + nickname.second())
                .flatMap(key -> script.text(key, language).stream()).collect(Collectors.joining(" "));
    }

    /** The one of these that the line offers first. */
    Optional<Language> preferred(Set<Language> languages) {
        return script.languages().stream().filter(languages::contains).findFirst();
    }

    /** For whoever has told no language. */
    Language usual() {
        return script.languages().getFirst();
    }
}
