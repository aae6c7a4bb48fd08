package np.saathi.ivr;

import static np.saathi.ivr.SettingsFlow.Choice.BACK;
import static np.saathi.ivr.SettingsFlow.Choice.CHANGE_LANGUAGE;
import static np.saathi.ivr.SettingsFlow.Choice.ENTER_DIGITS;
import static np.saathi.ivr.SettingsFlow.Choice.FORGET_ME;
import static np.saathi.ivr.SettingsFlow.Choice.MY_ID;
import static np.saathi.ivr.SettingsFlow.Choice.MY_VOICE;
import static np.saathi.prompt.Prompt.RESUME_UNABLE;
import static np.saathi.prompt.Prompt.SETTINGS_MENU;
import static np.saathi.prompt.Prompt.SETTINGS_MENU_AGAIN;
import static np.saathi.prompt.Prompt.SETTINGS_MENU_SHORT;
import static np.saathi.prompt.Prompt.SETTINGS_VOICE;
import static np.saathi.prompt.Prompt.SETTINGS_VOICE_AGAIN;
import static np.saathi.prompt.Prompt.SETTINGS_VOICE_SHORT;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Key 9 of the main menu:
 *
 * <pre>
 * 1 language | 2 my id and secret number | 3 enter an id or a join code | 4 forget me | 5 my voice | * back
 * </pre>
 *
 * Key 5 is there where the callers of some group may disguise their voice. Who is not remembered is told what can't be
 * kept.
 */
@Component
class SettingsFlow {

    enum Choice {
        CHANGE_LANGUAGE, MY_ID, ENTER_DIGITS, FORGET_ME, MY_VOICE, BACK
    }

    private static final Menu<Choice> MENU = choices(SETTINGS_MENU).retrying(SETTINGS_MENU_AGAIN, SETTINGS_MENU_SHORT)
            .otherwise(BACK);
    private static final Menu<Choice> MENU_WITH_VOICE = choices(SETTINGS_VOICE).on(Key.FIVE, MY_VOICE)
            .retrying(SETTINGS_VOICE_AGAIN, SETTINGS_VOICE_SHORT).otherwise(BACK);

    private final LanguageChoice languages;
    private final IdentityVisit identity;
    private final Entrance entrance;
    private final ForgetVisit forget;
    private final DisguiseVisit disguise;

    SettingsFlow(LanguageChoice languages, IdentityVisit identity, Entrance entrance, ForgetVisit forget,
            DisguiseVisit disguise) {
        this.languages = languages;
        this.identity = identity;
        this.entrance = entrance;
        this.forget = forget;
        this.disguise = disguise;
    }

    private static Menu.Asking<Choice> choices(Prompt words) {
        return Menu.<Choice>asking(words).on(Key.ONE, CHANGE_LANGUAGE).on(Key.TWO, MY_ID).on(Key.THREE, ENTER_DIGITS)
                .on(Key.FOUR, FORGET_ME).on(Key.STAR, BACK).on(Key.HASH, BACK);
    }

    /**
     * One thing, then back to the main menu.
     *
     * @return who this call is of from now on
     */
    Caller open(PhoneLine line, Caller caller) {
        return switch (choose(line, caller, disguise.isThere(line) ? MENU_WITH_VOICE : MENU)) {
            case CHANGE_LANGUAGE -> caller.speaking(line.language());
            case MY_ID -> {
                identity.open(line, caller);
                yield caller;
            }
            case ENTER_DIGITS -> entrance.open(line, caller);
            case FORGET_ME -> forget.open(line, caller);
            case MY_VOICE -> disguise.open(line, caller);
            case BACK -> caller;
        };
    }

    /** While the database is away, when nobody knows what is kept of this caller. */
    void openWithoutMemory(PhoneLine line) {
        Caller caller = Caller.unknown(line.language());
        switch (choose(line, caller, MENU)) {
            case ENTER_DIGITS -> entrance.open(line, caller);
            case MY_ID, FORGET_ME, MY_VOICE -> line.say(Spoken.of(RESUME_UNABLE));
            case CHANGE_LANGUAGE, BACK -> {
                // the main menu follows
            }
        }
    }

    /** Who is asked for the language and chooses none is back in this menu: that is one step. */
    private Choice choose(PhoneLine line, Caller caller, Menu<Choice> menu) {
        Choice choice = menu.ask(line);
        while (choice == CHANGE_LANGUAGE && !languages.change(line, caller)) {
            choice = menu.ask(line);
        }
        return choice;
    }
}
