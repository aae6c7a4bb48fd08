package np.saathi.dev;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import np.saathi.dev.process.MachineSpeed;

/**
 * How long the line of a test waits for people. Shorter than in production ({@code ProductionTimesTests}), so that a test
 * of silence is soon over; where silence ends something at once, still so long that a key pressed when a prompt was heard
 * comes in time on a busy machine. Tests take lengths from here and never write them down again.
 */
public final class TestTimes {
    /** On a slow machine at most so many times as long: a menu then waits as long as in production. */
    private static final double LONGEST = 2.4;

    /** Three tries: a late key finds the next one. */
    public static final Duration MENU = seconds(2.5);
    /** One try, after which the menu is closed. */
    public static final Duration ROOM_MENU = seconds(5);
    /** In the middle of a number that is keyed in. */
    private static final Duration ENTRY = seconds(5);
    /** One try, after which nothing is done. */
    private static final Duration CONFIRM = seconds(5);
    private static final Duration CONSENT = seconds(3);
    private static final Duration HELP = seconds(4);

    private static final Duration CRISIS_RING = seconds(8);
    public static final Duration CRISIS_JOIN = seconds(3);
    public static final Duration CRISIS_ACCEPT = seconds(6);
    private static final Duration CRISIS_HELPLINE = seconds(10);
    /** Duty phones, two helplines and their "sorry" come to an end before it. */
    public static final Duration CRISIS_NUMBERS_BY = seconds(40);
    public static final Duration CRISIS_REASSURE = seconds(7);
    public static final Duration CRISIS_KEY = seconds(3);
    public static final Duration CRISIS_TALK = seconds(4);
    /** As in production: an app must start within it. */
    public static final Duration LOST_APP = seconds(30);
    private static final Duration CHOICES_KEY = seconds(3);
    /** Two tries. */
    private static final Duration CALLBACK_KEY = seconds(4);

    private TestTimes() {}

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000 * Math.min(LONGEST, MachineSpeed.factor())));
    }

    /** Properties of the app. */
    static Map<String, String> app() {
        Map<String, String> times = new LinkedHashMap<>();
        timeout(times, "menu", MENU);
        timeout(times, "list", MENU);
        timeout(times, "recording", MENU);
        timeout(times, "room-menu", ROOM_MENU);
        timeout(times, "entry", ENTRY);
        timeout(times, "confirm", CONFIRM);
        timeout(times, "consent", CONSENT);
        timeout(times, "help", HELP);
        return times;
    }

    private static void timeout(Map<String, String> times, String dialogue, Duration length) {
        times.put("saathi.dialogue.timeout." + dialogue, length.toMillis() + "ms");
    }

    /** Variables of {@code asterisk-config/configure}. */
    static Map<String, String> asterisk() {
        Map<String, String> times = new LinkedHashMap<>();
        variable(times, "CRISIS_RING", CRISIS_RING);
        variable(times, "CRISIS_JOIN", CRISIS_JOIN);
        variable(times, "CRISIS_ACCEPT", CRISIS_ACCEPT);
        variable(times, "CRISIS_HELPLINE", CRISIS_HELPLINE);
        variable(times, "CRISIS_NUMBERS_BY", CRISIS_NUMBERS_BY);
        variable(times, "CRISIS_REASSURE", CRISIS_REASSURE);
        variable(times, "CRISIS_KEY", CRISIS_KEY);
        variable(times, "CRISIS_TALK", CRISIS_TALK);
        variable(times, "LOST_APP", LOST_APP);
        variable(times, "CHOICES_KEY", CHOICES_KEY);
        variable(times, "CALLBACK_KEY", CALLBACK_KEY);
        return times;
    }

    /** Whole seconds are all that the dialplan counts. */
    private static void variable(Map<String, String> times, String name, Duration length) {
        times.put("SAATHI_" + name + "_SECONDS", Long.toString(length.plusMillis(999).toSeconds()));
    }
}
