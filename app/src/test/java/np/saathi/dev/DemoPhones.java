package np.saathi.dev;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import np.saathi.dev.pstn.Exchange;
import np.saathi.dev.pstn.Phone;

/**
 * The people whom the line may ring in development, as extensions of the callers' exchange: a voicemail and somebody
 * who answers on the duty roster, a busy help line and one where nobody comes. The numbers are made up, of a shape that
 * the line may ring: alerts go only to subscribers in Nepal.
 */
public final class DemoPhones {
    public static final String VOICEMAIL = "9779800009001";
    public static final String DUTY = "9779800009002";
    public static final String BUSY_HELPLINE = "9779800009003";
    public static final String SILENT_HELPLINE = "9779800009004";
    private static final int VOICE = 350;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DemoPhones() {}

    static void program(Exchange exchange) {
        exchange.number(VOICEMAIL).isVoicemail();
        exchange.number(DUTY).answers(DemoPhones::takes);
        exchange.number(BUSY_HELPLINE).isBusy();
        exchange.number(SILENT_HELPLINE).ringsOnly();
    }

    /** A crisis call is taken by 1; an alert is first heard by 1. */
    private static void takes(Phone person) {
        String opening = person.heard().awaitAny("ne", PATIENCE, "crisis.accept", "ring.duty");
        person.presses("1");
        if (opening.equals("ring.duty")) {
            person.heard().awaitPrompt("alert.take", "ne", PATIENCE.multipliedBy(3));
            person.presses("1");
        }
        person.speaks(VOICE);
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
