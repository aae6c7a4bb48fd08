package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

import np.saathi.prompt.Language;
import np.saathi.prompt.Prompt;
import np.saathi.prompt.Spoken;
import np.saathi.prompt.TestPrompts;
import np.saathi.telephony.CallId;

/** One voice at a time for each member, and the next as soon as Asterisk tells that the one before is over. */
class WhispersTests {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final CallId ASHA = new CallId("1795338540.3");
    private static final CallId BIKASH = new CallId("1795338541.4");
    private static final Spoken OPEN = Spoken.of(Prompt.ROOM_OPEN);
    private static final Spoken RULES = Spoken.of(Prompt.ROOM_RULES);

    private static final String NONE = "Response: Error\nActionID: ?\nMessage: None\n\n";

    private final AmiReplay replay = new AmiReplay().lists("confbridgelistrooms", NONE).lists("coreshowchannels", NONE);
    private final Channels channels = new Channels();
    private final ApplicationEventPublisher events = this::told;
    private final AmiLink link = new AmiLink(new AsteriskProperties("127.0.0.1", 4573, "127.0.0.1", replay.port(),
            "saathi", "x", 58, Duration.ofSeconds(5), Duration.ofSeconds(10), Path.of("/dev/shm/r")), events, channels,
            Clock.systemUTC());
    private Whispers whispers;

    @BeforeEach
    void start() {
        whispers = new Whispers(link, channels, TestPrompts.in(Language.NEPALI));
        channels.learn(ASHA, "PJSIP/trunk-00000001");
        channels.learn(BIKASH, "PJSIP/trunk-00000002");
        link.start();
        await().atMost(SOON).until(link::isUp);
    }

    private void told(Object event) {
        if (event instanceof Whispers.Over over) {
            whispers.over(over);
        }
    }

    @AfterEach
    void stop() {
        link.stop();
        replay.close();
    }

    /** What was whispered so far: the channel and the words. */
    private List<String> placed() {
        return replay.asked("originate").stream().map(action -> String.valueOf(action.get("variable"))).toList();
    }

    private void awaitPlaced(int count) {
        await().atMost(SOON).until(() -> placed().size() == count);
    }

    private String nameOf(int index) {
        return String.valueOf(replay.asked("originate").get(index).get("channelid"));
    }

    private void said(int index) {
        replay.plays("Event: UserEvent\nPrivilege: user,all\nChannel: Local/s@whisper-1;1\nUniqueid: " + nameOf(index)
                + "\nUserEvent: WhisperSaid\n\n");
    }

    private void hungUp(int index) {
        replay.plays("Event: Hangup\nPrivilege: call,all\nChannel: Local/s@whisper-1;1\nUniqueid: " + nameOf(index)
                + "\nCause: 16\n\n");
    }

    private void nothingMoreThan(int count) {
        await().during(A_WHILE).atMost(SOON).until(() -> placed().size() == count);
    }

    @Test
    void theSecondWaitsUntilTheFirstIsOver() {
        whispers.say(ASHA, Language.NEPALI, OPEN);
        whispers.say(ASHA, Language.NEPALI, RULES);
        awaitPlaced(1);
        nothingMoreThan(1);
        said(0);
        awaitPlaced(2);
        assertThat(replay.asked("originate").get(1)).containsEntry("channel", "Local/s@whisper/n")
                .containsEntry("context", "say");
        assertThat(nameOf(0)).isNotEqualTo(nameOf(1));
    }

    @Test
    void ofTwoMembersNoneWaitsForTheOther() {
        whispers.say(ASHA, Language.NEPALI, OPEN);
        whispers.say(BIKASH, Language.NEPALI, OPEN);
        awaitPlaced(2);
    }

    @Test
    void wordsThatAKeyCutAreNotSaidAgainAndTheNextFollow() {
        whispers.say(ASHA, Language.NEPALI, OPEN);
        whispers.say(ASHA, Language.NEPALI, RULES);
        awaitPlaced(1);
        hungUp(0);
        awaitPlaced(2);
        hungUp(1);
        nothingMoreThan(2);
    }

    @Test
    void newsThatAKeyCutIsSaidOnceMoreBeforeTheNext() {
        whispers.sayUntilHeard(ASHA, Language.NEPALI, OPEN);
        whispers.say(ASHA, Language.NEPALI, RULES);
        awaitPlaced(1);
        hungUp(0);
        awaitPlaced(2);
        hungUp(1);
        awaitPlaced(3);
        assertThat(placed().subList(0, 2)).allMatch(words -> words.contains("room.open"));
        assertThat(placed().get(2)).contains("room.rules");
    }

    @Test
    void newsThatWasSaidIsSaidOnce() {
        whispers.sayUntilHeard(ASHA, Language.NEPALI, OPEN);
        awaitPlaced(1);
        said(0);
        hungUp(0);
        nothingMoreThan(1);
    }

    @Test
    void whoHungUpIsToldNothingMore() {
        whispers.say(ASHA, Language.NEPALI, OPEN);
        whispers.say(ASHA, Language.NEPALI, RULES);
        awaitPlaced(1);
        channels.forget(ASHA);
        hungUp(0);
        nothingMoreThan(1);
    }

    @Test
    void aRefusedWhisperDoesNotHoldUpTheNext() {
        replay.lists("originate", NONE);
        whispers.say(ASHA, Language.NEPALI, OPEN);
        whispers.say(ASHA, Language.NEPALI, RULES);
        awaitPlaced(2);
    }
}
