package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.TelephonyEvent.HungUp;
import np.saathi.telephony.TelephonyEvent.LinkLost;
import np.saathi.telephony.TelephonyEvent.Snapshot;

/** The link to the manager: a snapshot first, everything in order, and again after it was cut. */
class AmiLinkTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final CallId DEVI = new CallId("1795338539.0");
    private static final CallId ASHA = new CallId("1795338540.3");
    private static final Room ROOM = new Room("rabc123");

    private final AmiReplay replay = new AmiReplay()
            .lists("confbridgelistrooms", "Response: Success\nActionID: ?\nEventList: start\n"
                    + "Message: Confbridge conferences will follow\n\n"
                    + "Event: ConfbridgeListRooms\nActionID: ?\nConference: rabc123\nParties: 2\nMarked: 1\n"
                    + "Locked: No\nMuted: No\n\n"
                    + "Event: ConfbridgeListRoomsComplete\nActionID: ?\nEventList: Complete\nListItems: 1\n\n")
            .lists("confbridgelist", "Response: Success\nActionID: ?\nEventList: start\n"
                    + "Message: Confbridge user list will follow\n\n" + member(DEVI, "PJSIP/trunk-00000000")
                    + member(ASHA, "PJSIP/trunk-00000001") + member(new CallId("9.9"), "Local/s@whisper-1;1")
                    + "Event: ConfbridgeListComplete\nActionID: ?\nEventList: Complete\nListItems: 3\n\n")
            .lists("coreshowchannels", "Response: Success\nActionID: ?\nEventList: start\n"
                    + "Message: Channels will follow\n\n" + channel(DEVI, "PJSIP/trunk-00000000")
                    + channel(ASHA, "PJSIP/trunk-00000001") + channel(new CallId("9.9"), "Local/s@whisper-1;1")
                    + "Event: CoreShowChannelsComplete\nActionID: ?\nEventList: Complete\nListItems: 3\n\n");
    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final Channels channels = new Channels();
    private final AmiLink link = new AmiLink(new AsteriskProperties("127.0.0.1", 4573, "127.0.0.1", replay.port(),
            "saathi", "x", 58, Duration.ofSeconds(5), Duration.ofSeconds(10), Path.of("/dev/shm/r")), told::add,
            channels, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void start() {
        link.start();
        awaitSnapshots(1);
    }

    @AfterEach
    void stop() {
        link.stop();
        replay.close();
    }

    @Test
    void firstIsHowThingsStandWithoutOurOwnVoices() {
        assertThat(told).first().isEqualTo(new Snapshot(NOW.minusSeconds(3600), Set.of(DEVI, ASHA),
                Map.of(ROOM, Set.of(DEVI, ASHA)), NOW));
        assertThat(link.isUp()).isTrue();
        assertThat(channels.nameOf(ASHA)).contains("PJSIP/trunk-00000001");
    }

    @Test
    void eventsFollowInTheirOrderAndCallsThatAreOverAreForgotten() {
        replay.plays(AmiReplay.frames("a-room.txt"));
        await().atMost(SOON).until(() -> told.contains(new HungUp(ASHA, NOW)));
        assertThat(told).hasSize(13).last().isEqualTo(new HungUp(ASHA, NOW));
        assertThat(channels.nameOf(ASHA)).isEmpty();
    }

    @Test
    void cutLinkIsToldOnceAndTheNextOneBeginsWithASnapshot() {
        replay.cuts();
        awaitSnapshots(2);
        assertThat(told).extracting(event -> ((TelephonyEvent) event).getClass().getSimpleName())
                .containsExactly("Snapshot", "LinkLost", "Snapshot");
        assertThat(told).filteredOn(LinkLost.class::isInstance).hasSize(1);
        assertThat(link.isUp()).isTrue();
    }

    private void awaitSnapshots(int count) {
        await().atMost(SOON).until(() -> told.stream().filter(Snapshot.class::isInstance).count() >= count);
    }

    private static String member(CallId call, String channel) {
        return "Event: ConfbridgeList\nActionID: ?\nConference: rabc123\nAdmin: No\nMarkedUser: No\nWaitMarked: Yes\n"
                + "EndMarked: No\nWaiting: No\nMuted: No\nTalking: No\nAnsweredTime: 7\nChannel: " + channel
                + "\nCallerIDNum: anonymous\nCallerIDName: caller\nUniqueid: " + call + "\nLinkedid: " + call + "\n\n";
    }

    private static String channel(CallId call, String channel) {
        return "Event: CoreShowChannel\nActionID: ?\nChannel: " + channel
                + "\nChannelState: 6\nChannelStateDesc: Up\nCallerIDNum: anonymous\nCallerIDName: caller\nUniqueid: "
                + call + "\nApplication: ConfBridge\nDuration: 00:00:08\n\n";
    }
}
