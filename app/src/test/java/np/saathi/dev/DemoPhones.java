package np.saathi.dev;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The people whom the line may ring in development, as extensions of the callers' exchange: a voicemail and somebody
 * who answers on the duty roster, a busy help line and one where nobody comes.
 */
public final class DemoPhones {
    public static final String VOICEMAIL = "9771000001";
    public static final String DUTY = "9771000002";
    public static final String BUSY_HELPLINE = "9771000003";
    public static final String SILENT_HELPLINE = "9771000004";
    private static final int VOICE = 350;

    private DemoPhones() {}

    static void program(Exchange exchange) {
        exchange.number(VOICEMAIL).isVoicemail();
        exchange.number(DUTY).answers(person -> {
            person.heard().awaitPrompt("crisis.accept", "ne", java.time.Duration.ofSeconds(10));
            person.presses("1");
            person.speaks(VOICE);
        });
        exchange.number(BUSY_HELPLINE).isBusy();
        exchange.number(SILENT_HELPLINE).ringsOnly();
    }

    /** The roster and the help lines of the development run, as settings of the app. */
    static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("saathi.crisis.duty[0].number", VOICEMAIL);
        settings.put("saathi.crisis.duty[1].number", DUTY);
        settings.put("saathi.crisis.helplines[0].prompt", "helpline.suicide");
        settings.put("saathi.crisis.helplines[0].dial", BUSY_HELPLINE);
        settings.put("saathi.crisis.helplines[1].prompt", "helpline.suicide");
        settings.put("saathi.crisis.helplines[1].dial", SILENT_HELPLINE);
        return settings;
    }
}
