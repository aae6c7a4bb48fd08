package np.saathi.prompt;

import java.util.Locale;

/**
 * Every sentence that the line can say, by name: {@code MAIN_MENU} is the key {@code main.menu} of
 * {@code prompts/script.yml}. Pieces that are put into sentences (numbers, nickname words, categories, pauses) are not
 * here: {@link Spoken} makes them.
 */
public enum Prompt {
    // Language, the first call, and consent.
    LANGUAGE_OFFER, LANGUAGE_SET, WELCOME_FIRST, CONSENT_AGREE, CONSENT_FORGET, CONSENT_MINOR, CONSENT_AGAIN, CONSENT_SHORT, CONSENT_KNOWN, CONSENT_UNKNOWN, CONSENT_WITHHELD, MINOR_HELP, MINOR_KEYS, MINOR_KEYS_AGAIN, MINOR_KEYS_SHORT,

    // Greeting and main menu.
    GREETING, MAIN_MENU, MAIN_MENU_AGAIN, MAIN_MENU_SHORT, GOODBYE, GOODBYE_SILENT,

    // Settings, and the code from the web.
    SETTINGS_MENU, SETTINGS_MENU_AGAIN, SETTINGS_MENU_SHORT, JOIN_CODE, JOIN_CODE_AGAIN, JOIN_CODE_SHORT, JOIN_WRONG, JOIN_WAIT, JOIN_EARLY, JOIN_GONE,

    // Groups, waiting, the room, the rating.
    GROUP_LIST, GROUP_LIST_KEYS, GROUP_LIST_KEYS_AGAIN, GROUP_LIST_KEYS_SHORT, GROUP_NONE, GROUP_CLOSED_NOW, GROUP_CLOSED_TODAY, GROUP_CLOSED_HOURS, LIST_END, WAITING_HOST, WAITING_KEYS, WAITING_MINUTES_BEFORE, WAITING_MINUTES_AFTER, ROOM_RULES, ROOM_OPEN, ROOM_ALONE, ROOM_MUTED, ROOM_UNMUTED, ROOM_MUTED_HOST, ROOM_UNMUTED_HOST, ROOM_HAND_UP, ROOM_HAND_DOWN, ROOM_KEYS, ROOM_HELD, ROOM_RESUMED, ROOM_ENDING, ROOM_ENDED, ROOM_ENDED_LOST, ROOM_REMOVED, ROOM_FULL, ROOM_LOCKED, ROOM_NOHOST, RATING, RATING_AGAIN, RATING_SHORT, RATING_LOW, RATING_THANKS,

    // A phone that is kept out of groups: why, for how long, and what to do.
    BANNED, BANNED_TROUBLED, BANNED_SEXUAL, BANNED_THREATS, BANNED_MISUSE, BANNED_DAYS_BEFORE, BANNED_DAYS_AFTER, BANNED_OBJECT,

    // When something breaks; the exchange says these by itself while the app is away.
    RESUME_INTERRUPTED, RESUME_UNABLE, CALL_LIMIT, SHELL_MOMENT, SHELL_CHOICES, SHELL_KEYS_RESTING, BUSY, KEY_WRONG, ENTRY_CLEARED,

    // The crisis path.
    CRISIS_CONNECTING, CRISIS_HEARD, CRISIS_REASSURE, CRISIS_RINGBACK_OFFER, CRISIS_RINGBACK_KEPT, CRISIS_CALLBACK_KEPT, CRISIS_CALLBACK_UNABLE, CRISIS_HELPLINE_TRYING, CRISIS_HELPLINE_NEXT, CRISIS_CONNECTED, CRISIS_BACK, CRISIS_SORRY, CRISIS_NUMBERS, CRISIS_AGAIN, CRISIS_STAY, CRISIS_NUMBERS_KEYS, HELPLINE_SUICIDE, HELPLINE_AMBULANCE, HELPLINE_WOMEN, HELPLINE_CHILDREN, HELPLINE_POLICE, CRISIS_ACCEPT, CRISIS_GONE, CALLBACK_OPENING,

    // The host's call.
    HOST_ID, HOST_ID_AGAIN, HOST_ID_SHORT, HOST_PIN, HOST_PIN_AGAIN, HOST_PIN_SHORT, HOST_WRONG, HOST_WAIT, HOST_NOSESSION, HOST_ALREADY, HOST_BEGIN, HOST_BEGIN_AGAIN, HOST_BEGIN_SHORT, HOST_BEGUN, HOST_KEYS, HOST_MUTED, HOST_UNMUTED, HOST_END_CONFIRM, HOST_END_KEPT, HOST_ENDED, HOST_GOODBYE, HOST_HELD_AGAIN, HOST_SEAT, HOST_SEAT_HELP, HOST_SEAT_HAND;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '.');

    /** The key in {@code prompts/script.yml}, and the name of the sound files. */
    public String key() {
        return key;
    }

    /** @return whether the line may not call itself ready without this sentence: crisis path and consent */
    public boolean vital() {
        return this == WELCOME_FIRST || this == BUSY || key.startsWith("consent.") || key.startsWith("minor.")
                || key.startsWith("crisis.") || key.startsWith("helpline.") || key.startsWith("shell.");
    }
}
