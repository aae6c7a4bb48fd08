package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.event.ConfbridgeEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.junit.jupiter.api.Test;

import np.saathi.telephony.CallId;
import np.saathi.telephony.Room;
import np.saathi.telephony.TelephonyEvent;
import np.saathi.telephony.TelephonyEvent.CallbackTaken;
import np.saathi.telephony.TelephonyEvent.CrisisSettled;
import np.saathi.telephony.TelephonyEvent.HungUp;
import np.saathi.telephony.TelephonyEvent.Joined;
import np.saathi.telephony.TelephonyEvent.Left;
import np.saathi.telephony.TelephonyEvent.MuteChanged;
import np.saathi.telephony.TelephonyEvent.TalkingChanged;

/**
 * Asterisk 22's own frames, read by asterisk-java's own reader: a host and a caller in a room, one of them talks, one
 * is muted, a whisper comes and goes ({@code ami/a-room.txt}).
 */
class AmiTranslatorTests {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Room ROOM = new Room("rabc123");
    private static final CallId DEVI = new CallId("1795338539.0");
    private static final CallId ASHA = new CallId("1795338540.3");

    @Test
    void roomIsToldAsItWas() throws Exception {
        List<TelephonyEvent> events = read(AmiReplay.frames("a-room.txt")).stream()
                .flatMap(event -> AmiTranslator.translate(event, NOW).stream()).toList();
        assertThat(events).containsExactly(new Joined(DEVI, ROOM, NOW), new Joined(ASHA, ROOM, NOW),
                new TalkingChanged(ASHA, ROOM, true, NOW), new TalkingChanged(ASHA, ROOM, false, NOW),
                new MuteChanged(DEVI, ROOM, true, NOW), new MuteChanged(DEVI, ROOM, false, NOW),
                new CrisisSettled(NOW), new CallbackTaken("cb42", NOW), new Left(DEVI, ROOM, NOW),
                new HungUp(DEVI, NOW), new Left(ASHA, ROOM, NOW), new HungUp(ASHA, NOW));
    }

    @Test
    void capturedFramesHoldNobodysNumber() {
        assertThat(AmiReplay.frames("a-room.txt")).doesNotContainPattern("9[78][0-9]{8}").contains("anonymous");
    }

    @Test
    void whatIsNotAboutPeopleIsNothing() {
        Object source = new Object();
        assertThat(AmiTranslator.translate(new ConfbridgeEndEvent(source), NOW)).isEmpty();
        assertThat(AmiTranslator.translate(new HangupEvent(source), NOW)).isEmpty();
    }

    @Test
    void callbackWithoutANameIsNothing() {
        assertThat(AmiTranslator.translate(new CallbackTakenEvent(new Object()), NOW)).isEmpty();
    }

    private static List<ManagerEvent> read(String frames) throws Exception {
        List<ManagerEvent> events = new CopyOnWriteArrayList<>();
        try (AmiReplay replay = new AmiReplay()) {
            DefaultManagerConnection link = new DefaultManagerConnection("127.0.0.1", replay.port(), "saathi", "x");
            link.registerUserEventClass(ConfbridgeMuteEvent.class);
            link.registerUserEventClass(ConfbridgeUnmuteEvent.class);
            link.registerUserEventClass(CrisisSettledEvent.class);
            link.registerUserEventClass(CallbackTakenEvent.class);
            link.addEventListener(events::add);
            link.login();
            replay.plays(frames + "Event: Reload\nPrivilege: system,all\nModule: All\nStatus: 0\n\n");
            await().atMost(Duration.ofSeconds(10)).until(() -> events.stream()
                    .anyMatch(event -> event.getClass().getSimpleName().equals("ReloadEvent")));
            link.logoff();
        }
        return events;
    }
}
