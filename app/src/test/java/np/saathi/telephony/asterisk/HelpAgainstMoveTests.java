package np.saathi.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.asteriskjava.fastagi.AgiChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import np.saathi.dev.DefaultProperties;
import np.saathi.dev.asterisk.AsteriskServer;
import np.saathi.dev.hearing.CodedPrompts;
import np.saathi.dev.hearing.Heard;
import np.saathi.dev.pstn.Phone;
import np.saathi.telephony.Departure;
import np.saathi.telephony.DialogueTimeouts;
import np.saathi.telephony.Room;
import np.saathi.telephony.Seat;

/** Whoever presses 0 in the moment in which they are taken out of their room gets to the crisis path. */
@Tag("calls")
@ResourceLock(AsteriskServer.OF_A_TEST)
class HelpAgainstMoveTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Seat SEAT = new Seat(new Room("rhelp"), Seat.Role.CALLER, 9, false);
    private static RealLine real;

    @BeforeAll
    static void start(@TempDir Path sounds) throws IOException {
        real = new RealLine(sounds, CodedPrompts.of("ne", Duration.ofSeconds(3), List.of("crisis.sorry"))
                .writeSounds(sounds));
    }

    @AfterAll
    static void end() {
        real.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "REMOVED", "MOVED"})
    void reasonThatIsSetJustAfterTheKeyReplacesNothing(Departure why) {
        CompletableFuture<Departure> departure = new CompletableFuture<>();
        real.answersWith((_, channel) -> {
            AgiWire wire = new MovedAfterTheRoom(channel, RoomExit.move(why));
            AgiPhoneLine line = line(wire);
            line.unwatch();
            departure.complete(line.enter(SEAT));
            // once more, after the app's last look
            wire.set("MOVE", RoomExit.move(why));
        });
        try (Phone asha = real.exchange().calls("1660").from("9841000001").place()) {
            awaitMusic(asha.heard());
            asha.presses("0");
            assertThat(departure.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(Departure.CRISIS);
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
        }
    }

    /** The key ends while the app asks why the person is out: nobody listens then but the dialplan. */
    @Test
    void keyThatEndsWhileTheRoomIsBeingLeftIsHeard() {
        CompletableFuture<Departure> departure = new CompletableFuture<>();
        CompletableFuture<Phone> phone = new CompletableFuture<>();
        real.answersWith((_, channel) -> {
            AgiPhoneLine line = line(new KeyIsDownAtTheEnd(channel, phone));
            line.unwatch();
            departure.complete(line.enter(SEAT));
        });
        try (Phone asha = real.exchange().calls("1660").from("9841000001").place()) {
            awaitMusic(asha.heard());
            phone.complete(asha);
            asha.presses("#");
            assertThat(departure.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(Departure.CRISIS);
            asha.heard().awaitPrompt("crisis.sorry", "ne", SOON);
        }
    }

    /** One that came too late for an earlier room says nothing about the next. */
    @Test
    void reasonFromBeforeTheRoomIsForgotten() {
        CompletableFuture<Departure> departure = new CompletableFuture<>();
        real.answersWith((_, channel) -> {
            AgiWire wire = new AgiWire(channel);
            AgiPhoneLine line = line(wire);
            line.unwatch();
            wire.set("MOVE", RoomExit.move(Departure.ENDED));
            departure.complete(line.enter(SEAT));
            wire.set("APP_DONE", "1");
        });
        try (Phone asha = real.exchange().calls("1660").from("9841000001").place()) {
            awaitMusic(asha.heard());
            asha.presses("#");
            assertThat(departure.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(Departure.LEFT);
        }
    }

    private static AgiPhoneLine line(AgiWire wire) {
        return new AgiPhoneLine(wire, (_, _) -> Duration.ofSeconds(3), DefaultProperties.of(DialogueTimeouts.class),
                real.recordings(), new Drain());
    }

    /** Who waits in a room without a host hears music. */
    private static void awaitMusic(Heard heard) {
        Duration from = heard.now();
        await().atMost(SOON).until(() -> heard.now().compareTo(from.plusSeconds(1)) > 0
                && heard.audibleShare(heard.now().minusSeconds(1), heard.now()) > 0.8);
    }

    /** The session ends, the host removes …: the reason comes over AMI between the key and the app's next look. */
    private static final class MovedAfterTheRoom extends AgiWire {
        private final String move;

        MovedAfterTheRoom(AgiChannel channel, String move) {
            super(channel);
            this.move = move;
        }

        @Override
        void exec(String application, String options) {
            super.exec(application, options);
            if (application.equals("ConfBridge")) {
                set("MOVE", move);
            }
        }
    }

    /** When the room is over a finger is on the 0 already. */
    private static final class KeyIsDownAtTheEnd extends AgiWire {
        private final CompletableFuture<Phone> phone;

        KeyIsDownAtTheEnd(AgiChannel channel, CompletableFuture<Phone> phone) {
            super(channel);
            this.phone = phone;
        }

        @Override
        void exec(String application, String options) {
            super.exec(application, options);
            if (application.equals("ConfBridge")) {
                Thread.ofVirtual().start(() -> phone.join().types("0")); // at once
            }
        }
    }
}
