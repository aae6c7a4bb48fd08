package np.saathi.telephony.asterisk;

import static np.saathi.telephony.asterisk.ScriptedAsterisk.CLOSED;
import static np.saathi.telephony.asterisk.ScriptedAsterisk.DEAD;
import static np.saathi.telephony.asterisk.ScriptedAsterisk.ENTERING;
import static np.saathi.telephony.asterisk.ScriptedAsterisk.GONE;
import static np.saathi.telephony.asterisk.ScriptedAsterisk.SAYING;
import static np.saathi.telephony.asterisk.ScriptedAsterisk.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import np.saathi.telephony.CallerHungUp;
import np.saathi.telephony.Key;

/** The few commands that we use, over a real socket, with the replies that Asterisk was seen to give. */
class AgiWireTests {
    private static final Function<AgiWire, Optional<Key>> SAY = wire -> wire.play(List.of("main.menu"));
    private static final Function<AgiWire, Optional<Key>> WAIT = wire -> wire.waitForKey(50);
    private static final Function<AgiWire, Optional<Key>> STREAM = wire -> wire.stream("greeting", "12");
    private static final Function<AgiWire, Optional<Key>> RECORD = wire -> wire.record("/dev/shm/r/1", 1000);

    private static final Function<AgiWire, String> STEP = wire -> wire.get("STEP");

    @Test
    void wordsGoInOneCommandSoThatNoKeyFallsInBetween() {
        try (ScriptedAsterisk asterisk = new ScriptedAsterisk(
                (_, channel) -> new AgiWire(channel).play(List.of("room.hand.up", "number.3")))) {
            asterisk.call();
            assertThat(asterisk.commands(SAYING)).singleElement().asString().contains("\"room.hand.up&number.3,nm,");
        }
    }

    @Test
    void codeOfAKeyIsThatKey() {
        assertThat(over(asterisk -> asterisk.answers(SAYING, "200 result=42"), SAY)).contains(Key.STAR);
        assertThat(over(asterisk -> asterisk.answers(SAYING, "200 result=48"), SAY)).contains(Key.ZERO);
        assertThat(over(asterisk -> asterisk.answers("WAIT FOR DIGIT", "200 result=49"), WAIT)).contains(Key.ONE);
        assertThat(over(asterisk -> asterisk.answers("WAIT FOR DIGIT", "200 result=35"), WAIT)).contains(Key.HASH);
        assertThat(over(asterisk -> asterisk.answers("STREAM FILE", "200 result=50 endpos=1000"), STREAM))
                .contains(Key.TWO);
        assertThat(over(asterisk -> asterisk.answers("RECORD FILE", "200 result=35 (dtmf) endpos=800"), RECORD))
                .contains(Key.HASH);
    }

    @Test
    void silenceIsNoKey() {
        assertThat(over(asterisk -> asterisk, SAY)).isEmpty();
        assertThat(over(asterisk -> asterisk, WAIT)).isEmpty();
        assertThat(over(asterisk -> asterisk, STREAM)).isEmpty();
        assertThat(over(asterisk -> asterisk, RECORD)).isEmpty();
    }

    @Test
    void hangUpToldByTheResultIsAHangUp() {
        assertGone(asterisk -> asterisk.answers(SAYING, GONE), SAY);
        assertGone(asterisk -> asterisk.answers("WAIT FOR DIGIT", GONE), WAIT);
        assertGone(asterisk -> asterisk.answers("STREAM FILE", "200 result=-1 endpos=0"), STREAM);
        assertGone(asterisk -> asterisk.answers("RECORD FILE", "200 result=-1 (hangup) endpos=0"), RECORD);
    }

    @Test
    void hangUpToldByTheStatusIsAHangUp() {
        assertGone(asterisk -> asterisk.answers(SAYING, DEAD), SAY);
        assertGone(asterisk -> asterisk.answers("SET VARIABLE", DEAD), wire -> {
            wire.set("STEP", "menu");
            return "not reached";
        });
        assertGone(asterisk -> asterisk.answers("GET VARIABLE", DEAD), STEP);
    }

    @Test
    void hangUpToldByAClosedConnectionIsAHangUp() {
        assertGone(asterisk -> asterisk.answers(SAYING, CLOSED), SAY);
        assertGone(asterisk -> asterisk.answers(ENTERING, CLOSED), wire -> {
            wire.exec("ConfBridge", "rabc123");
            return "not reached";
        });
    }

    @Test
    void wordHangupBeforeAReplyDoesNotHideIt() {
        assertThat(over(asterisk -> asterisk.answers("GET VARIABLE", "HANGUP\n200 result=1 (menu)"),
                STEP)).isEqualTo("menu");
        assertGone(asterisk -> asterisk.answers("GET VARIABLE", "HANGUP\n" + DEAD), STEP);
    }

    @Test
    void variableIsReadWholeWhateverIsInIt() {
        for (String value : new String[]{"menu", "a b", "\"Asha (home)\" <sip:1@h>", "साथी", "(", ")"}) {
            assertThat(over(asterisk -> asterisk.has("STEP", value), STEP)).isEqualTo(value);
        }
    }

    @Test
    void unknownVariableIsEmptyText() {
        assertThat(over(asterisk -> asterisk, STEP)).isEmpty();
    }

    @Test
    void settingsOfARoomPassTheGuard() {
        try (ScriptedAsterisk asterisk = new ScriptedAsterisk(
                (_, channel) -> new AgiWire(channel).set("CONFBRIDGE(user,template)", "caller"))) {
            assertThat(asterisk.call().variable("CONFBRIDGE(user,template)")).isEqualTo("caller");
        }
    }

    @Test
    void valueThatNoneOfUsMadeNeverReachesTheWire() {
        try (ScriptedAsterisk asterisk = new ScriptedAsterisk((_, channel) -> {
            AgiWire wire = new AgiWire(channel);
            assertThatThrownBy(() -> wire.set("STEP", "menu\nEXEC System \"x\"")).isInstanceOf(
                    IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.get("${HANGUP}")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> wire.stream("a&b", "1")).isInstanceOf(IllegalArgumentException.class);
            wire.set("STEP", "reached");
        })) {
            asterisk.call();
            assertThat(asterisk.variable("STEP")).isEqualTo("reached");
            assertThat(asterisk.commands()).noneMatch(command -> command.contains("System"));
        }
    }

    @Test
    void refusedCommandIsNoHangUp() {
        assertThatThrownBy(
                () -> over(asterisk -> asterisk.answers(ENTERING, "510 Invalid or unknown command"), wire -> {
                    wire.exec("ConfBridge", "rabc123");
                    return "not reached";
                })).isInstanceOf(IllegalStateException.class);
    }

    private static <T> void assertGone(Function<ScriptedAsterisk, ScriptedAsterisk> script, Function<AgiWire, T> work) {
        assertThatThrownBy(() -> over(script, work)).isInstanceOf(CallerHungUp.class);
    }
}
