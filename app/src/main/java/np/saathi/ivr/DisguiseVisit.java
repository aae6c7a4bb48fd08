package np.saathi.ivr;

import static np.saathi.prompt.Prompt.SETTINGS_UNKEPT;
import static np.saathi.prompt.Prompt.VOICE_CHANGED;
import static np.saathi.prompt.Prompt.VOICE_OFFER;
import static np.saathi.prompt.Prompt.VOICE_OFFER_AGAIN;
import static np.saathi.prompt.Prompt.VOICE_OFFER_SHORT;
import static np.saathi.prompt.Prompt.VOICE_PLAIN;
import static np.saathi.prompt.Prompt.VOICE_TAKEN;
import static np.saathi.prompt.Prompt.VOICE_TAKEN_AGAIN;
import static np.saathi.prompt.Prompt.VOICE_TAKEN_SHORT;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.caller.Callers;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.session.Categories;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Key 5 of the settings, where the callers of some group may disguise their voice:
 *
 * <pre>
 * what it does, and what it does not: it hides from chance recognition only → 1 turn it on, or off | * leave it
 * </pre>
 */
@Component
class DisguiseVisit {
    private static final Menu<Boolean> TURN_ON = turn(VOICE_OFFER, VOICE_OFFER_AGAIN, VOICE_OFFER_SHORT);
    private static final Menu<Boolean> TURN_OFF = turn(VOICE_TAKEN, VOICE_TAKEN_AGAIN, VOICE_TAKEN_SHORT);

    private final Categories categories;
    private final Callers callers;

    DisguiseVisit(Categories categories, Callers callers) {
        this.categories = categories;
        this.callers = callers;
    }

    private static Menu<Boolean> turn(Prompt first, Prompt second, Prompt third) {
        return Menu.<Boolean>asking(first).on(Key.ONE, true).on(Key.STAR, false).on(Key.HASH, false)
                .retrying(second, third).otherwise(false);
    }

    /** Whether it is offered at all. */
    boolean isThere(PhoneLine line) {
        return line.meanwhile(categories::anyDisguise);
    }

    /** @return the caller as they are to be heard from now on */
    Caller open(PhoneLine line, Caller caller) {
        boolean was = caller.disguised();
        if (!(was ? TURN_OFF : TURN_ON).ask(line)) {
            return caller;
        }
        line.during(() -> callers.disguises(caller, !was));
        line.say(Spoken.of(was ? VOICE_PLAIN : VOICE_CHANGED)
                .then(caller.account().isPresent() ? Spoken.nothing() : Spoken.of(SETTINGS_UNKEPT)));
        return caller.disguised(!was);
    }
}
