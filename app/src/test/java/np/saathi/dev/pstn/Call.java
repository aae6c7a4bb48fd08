package np.saathi.dev.pstn;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A call about to be placed: who it says it comes from, and how. Without more it comes from a number of its own. */
public final class Call {
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final Exchange exchange;
    private final String to;
    private String number = "";
    private String name = "";
    private boolean withheld;
    private boolean onItsOwn;
    private Keys keys = Keys.IN_SOUND;

    Call(Exchange exchange, String to) {
        this.exchange = exchange;
        this.to = to;
    }

    /** The caller's number. */
    public Call from(String callersNumber) {
        number = callersNumber;
        return this;
    }

    /**
     * Any text whatever as number and name: quotes, line breaks, Devanagari, pieces of dialplan. The number reaches the
     * line escaped as SIP has it; a line break in the name breaks the SIP message itself, and the line drops it.
     */
    public Call fromRaw(String anyNumber, String anyName) {
        number = anyNumber;
        name = anyName;
        return this;
    }

    /** The number is withheld. */
    public Call withheld() {
        withheld = true;
        return this;
    }

    public Call with(Keys way) {
        keys = way;
        return this;
    }

    /** From an exchange of its own (half a second more): such a phone can vanish. */
    public Call onItsOwn() {
        onItsOwn = true;
        return this;
    }

    /** Places the call and returns when it was answered; fails where it is not. */
    public Phone place() {
        return exchange.place(this, onItsOwn);
    }

    Duration patience() {
        return ANSWER;
    }

    private boolean isPlain() {
        return !withheld && number.matches("[0-9+]*") && name.isEmpty();
    }

    /**
     * What the exchange dials. A plain number can be given to it as the call's caller; anything else takes the way
     * through the dialplan, which sets it from variables in which any text gets through.
     */
    String channel() {
        return isPlain() ? "PJSIP/" + to + "@" + keys.endpoint() : "Local/s@as-anyone/n";
    }

    String callerId() {
        return isPlain() ? "<" + number + ">" : "";
    }

    String variables() {
        return ",TO=%s@%s,FROM_NUMBER=%s,FROM_NAME=%s,FROM_PRESENTATION=%s".formatted(to, keys.endpoint(),
                encoded(number), encoded(name), withheld ? "prohib_not_screened" : "allowed_not_screened");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
