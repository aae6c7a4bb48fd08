package np.saathi.ivr;

import static np.saathi.prompt.Prompt.CONSENT_AGAIN;
import static np.saathi.prompt.Prompt.CONSENT_AGREE;
import static np.saathi.prompt.Prompt.CONSENT_FORGET;
import static np.saathi.prompt.Prompt.CONSENT_KNOWN;
import static np.saathi.prompt.Prompt.CONSENT_MINOR;
import static np.saathi.prompt.Prompt.CONSENT_SHORT;
import static np.saathi.prompt.Prompt.CONSENT_UNKNOWN;
import static np.saathi.prompt.Prompt.CONSENT_UNSAVED;
import static np.saathi.prompt.Prompt.CONSENT_WITHHELD;
import static np.saathi.prompt.Prompt.WELCOME_FIRST;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.support.DatabaseOutage;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * The first call of a phone:
 *
 * <pre>
 * language → what this line is → consent: 1 agree, know me | 2 agree, remember nothing | 3 under 18 | 0 help now
 * </pre>
 *
 * Nothing is written, no hash either, before key 1. Consent is no menu: what is agreed to is heard whole, and its keys
 * count only once their words were spoken, so that nobody agrees to what they did not hear. 0 works all the time.
 */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final Set<Key> ALL = EnumSet.of(Key.ONE, Key.TWO, Key.THREE);

    private final LanguageChoice languages;
    private final Callers callers;
    private final MinorFlow minors;

    Welcome(LanguageChoice languages, Callers callers, MinorFlow minors) {
        this.languages = languages;
        this.callers = callers;
        this.minors = minors;
    }

    /** @return who calls; empty when the call is to end: no language, no consent, or under 18 */
    Optional<Caller> firstCall(PhoneLine line) {
        Optional<Language> language = languages.ask(line);
        if (language.isEmpty()) {
            line.sayNumbersAndEnd();
            return Optional.empty();
        }
        line.speak(language.get());
        Optional<Key> consent = consent(line);
        if (consent.isEmpty()) {
            line.sayNumbersAndEnd();
            return Optional.empty();
        }
        return switch (consent.get()) {
            case ONE -> Optional.of(remembered(line));
            case TWO -> Optional.of(unknown(line, CONSENT_UNKNOWN));
            default -> {
                minors.speakWith(line);
                yield Optional.empty();
            }
        };
    }

    private static Optional<Key> consent(PhoneLine line) {
        return heard(line, WELCOME_FIRST, EnumSet.noneOf(Key.class), Duration.ZERO)
                .or(() -> heard(line, CONSENT_AGREE, EnumSet.noneOf(Key.class), Duration.ZERO))
                .or(() -> heard(line, CONSENT_FORGET, EnumSet.of(Key.ONE), Duration.ZERO))
                .or(() -> heard(line, CONSENT_MINOR, EnumSet.of(Key.ONE, Key.TWO), Duration.ZERO))
                .or(() -> line.askFor(ALL, Spoken.nothing(), line.timeouts().consent()))
                .or(() -> heard(line, CONSENT_AGAIN, ALL, line.timeouts().consent()))
                .or(() -> heard(line, CONSENT_SHORT, ALL, line.timeouts().consent()));
    }

    private static Optional<Key> heard(PhoneLine line, Prompt words, Set<Key> counting, Duration silence) {
        return line.askFor(counting, Spoken.of(words), silence);
    }

    private Caller remembered(PhoneLine line) {
        if (line.number().isEmpty()) {
            return unknown(line, CONSENT_WITHHELD);
        }
        Caller caller;
        try {
            caller = line.meanwhile(() -> callers.remember(line.number().orElseThrow(), line.language()));
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.isPassing(failure)) {
                throw failure;
            }
            // asked again now they would agree to the same again: they go on, and are asked when they call again
            LOG.info("Call {} goes on, its caller is not remembered: {}", line.id(), failure.getMessage());
            return unknown(line, CONSENT_UNSAVED);
        }
        line.say(Spoken.of(CONSENT_KNOWN));
        return caller;
    }

    private static Caller unknown(PhoneLine line, Prompt words) {
        line.say(Spoken.of(words));
        return Caller.unknown(line.language());
    }
}
