package np.saathi.ivr;

import static np.saathi.ivr.SettingsFlow.Choice.BACK;
import static np.saathi.ivr.SettingsFlow.Choice.CHANGE_LANGUAGE;
import static np.saathi.ivr.SettingsFlow.Choice.ENTER_CODE;
import static np.saathi.prompt.Prompt.JOIN_CODE;
import static np.saathi.prompt.Prompt.JOIN_CODE_AGAIN;
import static np.saathi.prompt.Prompt.JOIN_CODE_SHORT;
import static np.saathi.prompt.Prompt.JOIN_EARLY;
import static np.saathi.prompt.Prompt.JOIN_WAIT;
import static np.saathi.prompt.Prompt.JOIN_WRONG;
import static np.saathi.prompt.Prompt.SETTINGS_MENU;
import static np.saathi.prompt.Prompt.SETTINGS_MENU_AGAIN;
import static np.saathi.prompt.Prompt.SETTINGS_MENU_SHORT;

import java.util.Optional;

import org.springframework.stereotype.Component;

import np.saathi.caller.Caller;
import np.saathi.ivr.dialogue.Entry;
import np.saathi.ivr.dialogue.Menu;
import np.saathi.joining.CodeAnswer;
import np.saathi.joining.Invitations;
import np.saathi.prompt.Spoken;
import np.saathi.telephony.Key;
import np.saathi.telephony.PhoneLine;

/**
 * Key 9 of the main menu:
 *
 * <pre>
 * 1 language | 3 a code from the web → straight into its group | * back
 * </pre>
 */
@Component
class SettingsFlow {

    enum Choice {
        CHANGE_LANGUAGE, ENTER_CODE, BACK
    }

    private static final int CODES = 3;
    private static final Menu<Choice> MENU = Menu.<Choice>asking(SETTINGS_MENU) //
            .on(Key.ONE, CHANGE_LANGUAGE).on(Key.THREE, ENTER_CODE).on(Key.STAR, BACK).on(Key.HASH, BACK)
            .retrying(SETTINGS_MENU_AGAIN, SETTINGS_MENU_SHORT).otherwise(BACK);
    private static final Entry CODE = Entry.ofDigits(6, 6, JOIN_CODE, JOIN_CODE_AGAIN, JOIN_CODE_SHORT);

    private final LanguageChoice languages;
    private final Invitations invitations;
    private final GroupVisit group;

    SettingsFlow(LanguageChoice languages, Invitations invitations, GroupVisit group) {
        this.languages = languages;
        this.invitations = invitations;
        this.group = group;
    }

    /** One thing, then back to the main menu. */
    void open(PhoneLine line, Caller caller) {
        switch (MENU.ask(line)) {
            case CHANGE_LANGUAGE -> languages.change(line, caller);
            case ENTER_CODE -> enterCode(line, caller);
            case BACK -> {
                // the main menu follows
            }
        }
    }

    private void enterCode(PhoneLine line, Caller caller) {
        for (int tried = 0; tried < CODES; tried++) {
            Optional<String> code = CODE.ask(line);
            if (code.isEmpty()) {
                return;
            }
            switch (line.meanwhile(() -> invitations.byCode(code.get(), line.number()))) {
                case CodeAnswer.Welcome welcome -> {
                    group.joinInvited(line, caller, welcome.invitation());
                    return;
                }
                case CodeAnswer.Early _ -> {
                    line.say(Spoken.of(JOIN_EARLY));
                    return;
                }
                case CodeAnswer.Wait _ -> {
                    line.say(Spoken.of(JOIN_WAIT));
                    return;
                }
                case CodeAnswer.Wrong _ -> line.say(Spoken.of(JOIN_WRONG));
            }
        }
    }
}
