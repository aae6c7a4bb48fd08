package np.saathi.telephony.asterisk;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.asteriskjava.manager.action.OriginateAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import np.saathi.prompt.Prompt;
import np.saathi.telephony.CallHandler.Door;
import np.saathi.telephony.Dialler;
import np.saathi.telephony.LineNumbers;

/**
 * Outbound calls go by AMI Originate, not by the dialplan's Dial: that one would show the number in events and channel
 * lists (R9). The channel's unique id tells our name for the call, so that its end is known for what it is, and, as
 * every call's does, when it began.
 */
@Component
class AmiDialler implements Dialler {
    private static final Pattern RING = Pattern.compile("ring-(.+)-[0-9]+\\.0");
    private final AmiLink link;
    private final Clock clock;
    private final LineNumbers line;

    AmiDialler(AmiLink link, Clock clock, LineNumbers line) {
        this.link = link;
        this.clock = clock;
        this.line = line;
    }

    /** To the dialplan's [callback]. */
    @Override
    public void ring(OutgoingCall call) {
        if (!isRoomFor(call.purpose())) {
            throw new NoFreeChannel();
        }
        String phone = PhoneMark.of(call.number());
        if (link.exchange().number("GROUP_COUNT(" + phone + "@phone)") > 0) {
            throw new PhoneInUse();
        }
        String name = Guard.name(call.name());
        OriginateAction ring = new OriginateAction();
        ring.setChannel("PJSIP/" + Guard.plain(
                TrunkNumbers.shaped(call.number(), link.exchange().word("TRUNK_NUMBER_SHAPE"))) + "@trunk");
        // Or the trunk is told that an anonymous caller rings, and the phone shows no number: callers were told which.
        ring.setCallerId("<" + line.shown() + ">");
        ring.setChannelId("ring-" + name + "-" + clock.instant().getEpochSecond() + ".0");
        ring.setVariable("GROUP(line)", "calls"); // before it rings: the next look counts it
        ring.setVariable("GROUP(phone)", phone);
        if (call.purpose() != Purpose.CRISIS) {
            // by these the crisis path finds it, and ends it when it wants that phone
            ring.setVariable("SHARED(PHONE)", phone);
            ring.setVariable("SHARED(CALLBACK_NAME)", name);
        }
        ring.setContext("callback");
        ring.setExten("s");
        ring.setPriority(1);
        ring.setTimeout(call.patience().toMillis());
        ring.setAsync(true);
        ring.setVariable("CALLBACK_NAME", name);
        ring.setVariable("PURPOSE", call.purpose().name().toLowerCase(Locale.ROOT));
        ring.setVariable("OPENING", opening(call.purpose()).key());
        ring.setVariable("DOOR", door(call.purpose()).script());
        ring.setVariable("CHANNEL(language)", call.language().code());
        if (call.purpose() == Purpose.GROUP) {
            ring.setVariable("JOIN_CALLBACK", name);
        }
        link.exchange().order(ring);
    }

    /**
     * Whether a call leaves the trunk's reserve alone, by what is up at the exchange now. Everything that takes a
     * channel is counted, crisis calls too. Who is rung back for the crisis path may go on to the reserve for calls that
     * come in, but not to the one on which the search for somebody then dials out.
     */
    private boolean isRoomFor(Purpose purpose) {
        Exchange exchange = link.exchange();
        int most = exchange.number("CHANNELS") + (purpose == Purpose.CRISIS ? exchange.number("RESERVED") : 0);
        return exchange.number("GROUP_MATCH_COUNT(.@line)") < most;
    }

    private static Prompt opening(Purpose purpose) {
        return switch (purpose) {
            case CRISIS, GROUP -> Prompt.CALLBACK_OPENING;
            case HOST -> Prompt.RING_HOST;
            case DUTY -> Prompt.RING_DUTY;
        };
    }

    /** By which the app leads the call; the crisis path leads back to the callers'. */
    private static Door door(Purpose purpose) {
        return switch (purpose) {
            case CRISIS, GROUP -> Door.CALLER;
            case HOST -> Door.HOST_RUNG;
            case DUTY -> Door.DUTY;
        };
    }

    /** @return our name for the call of this channel; empty when we did not place it */
    static Optional<String> nameOf(@Nullable String uniqueId) {
        return Optional.ofNullable(uniqueId).map(RING::matcher).filter(Matcher::matches).map(parts -> parts.group(1));
    }
}
