package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import np.saathi.prompt.Language;
import np.saathi.telephony.CallId;

class RoomDirectorTests extends SessionModuleTest {
    @Autowired
    Moderation moderation;

    @Test
    void whoIsInTheRoomIsTakenOutWhenItEndsAndNobodyElse() {
        PeerSession session = live();
        callerComes(session, ASHA);
        callerComes(session, BIKASH);
        left(session, BIKASH); // on the crisis path: their call must not be touched
        rooms.orders();
        sessions.end(session.id());
        assertThat(rooms.orders()).containsExactly("take out devi.1 ENDED", "take out asha.1 ENDED");
        assertThat(last(BIKASH).outcome()).contains(Outcome.ENDED);
    }

    @Test
    void aHeldRoomIsToldToEachInTheirLanguageAndSoIsItsGoingOn() {
        PeerSession session = live();
        callerComes(session, ASHA);
        sit(session, BIKASH, Language.ENGLISH);
        joined(session, BIKASH);
        rooms.orders();
        left(session, DEVI);
        assertThat(rooms.orders()).containsExactly("whisper asha.1 ne room.held", "whisper bikash.1 en room.held");
        joined(session, DEVI);
        assertThat(rooms.orders()).containsExactly("whisper asha.1 ne room.resumed room.open",
                "whisper bikash.1 en room.resumed room.open");
    }

    @Test
    void theOneCallerWithTheHostIsToldSo() {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        assertThat(rooms.orders()).as("no host yet").isEmpty();
        hostComes(session, DEVI);
        assertThat(rooms.orders()).containsExactly("whisper asha.1 ne room.open", "whisper asha.1 ne room.alone");
        callerComes(session, BIKASH);
        assertThat(rooms.orders()).containsExactly("whisper devi.1 ne host.seat number.2 host.seat.in",
                "make sure of asha.1 ne room.joined");
        left(session, ASHA);
        assertThat(rooms.orders()).containsExactly("whisper bikash.1 ne room.alone");
        joined(session, ASHA);
        assertThat(rooms.orders()).as("Asha knows that there are others")
                .contains("make sure of bikash.1 ne room.joined")
                .noneMatch(order -> order.startsWith("make sure of asha.1"));
    }

    @Test
    void whoWasToldThatTheyAreAloneIsToldOfOthersAlsoWhenTheyCameWhileTheyWereAwayOrTheRoomWasHeld() {
        PeerSession session = live();
        callerComes(session, ASHA);
        left(session, ASHA); // on the crisis path
        callerComes(session, BIKASH);
        rooms.orders();
        joined(session, ASHA);
        assertThat(rooms.orders()).contains("make sure of asha.1 ne room.joined",
                "make sure of bikash.1 ne room.joined");
        sessions.leave(BIKASH, Outcome.LEFT);
        assertThat(rooms.orders()).contains("whisper asha.1 ne room.alone");
        left(session, DEVI);
        callerComes(session, new CallId("bikash.2"));
        assertThat(rooms.orders()).as("while it is held").contains("make sure of asha.1 ne room.joined");
        joined(session, DEVI);
        assertThat(rooms.orders()).as("once").noneMatch(order -> order.contains("room.joined"));
    }

    @Test
    void whoseVoiceIsOffIsToldSoAndNotThatTheyCanSpeak() {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        callerComes(session, BIKASH);
        sessions.muted(ASHA, true);
        hostComes(session, DEVI);
        assertThat(rooms.orders()).containsExactly("whisper asha.1 ne room.muted", "whisper bikash.1 ne room.open");
        moderation.mute(session.id(), Moderator.account(devi), 2);
        left(session, DEVI);
        rooms.orders();
        joined(session, DEVI);
        assertThat(rooms.orders()).containsExactly("whisper asha.1 ne room.resumed room.muted",
                "whisper bikash.1 ne room.resumed room.muted.host");
    }

    @Test
    void whoComesBackWithTheirVoiceOffIsToldSoToo() {
        PeerSession session = waiting();
        callerComes(session, ASHA);
        sessions.muted(ASHA, true);
        left(session, ASHA);
        hostComes(session, DEVI);
        joined(session, ASHA);
        assertThat(rooms.orders()).contains("whisper asha.1 ne room.muted")
                .doesNotContain("whisper asha.1 ne room.open");
    }

    @Test
    void whoWasOnTheWayInOrOnTheCrisisPathIsToldOnComingInHowTheRoomStandsNow() {
        PeerSession session = waiting();
        sit(session, ASHA);
        callerComes(session, BIKASH);
        left(session, BIKASH); // on the crisis path
        hostComes(session, DEVI);
        assertThat(rooms.orders()).as("nobody is in the room yet").isEmpty();
        joined(session, ASHA);
        assertThat(rooms.orders()).containsExactly("whisper asha.1 ne room.open",
                "whisper devi.1 ne host.seat number.1 host.seat.in", "whisper asha.1 ne room.alone");
        left(session, DEVI);
        rooms.orders();
        joined(session, BIKASH);
        assertThat(rooms.orders()).containsExactly("whisper bikash.1 ne room.held",
                "make sure of asha.1 ne room.joined");
        left(session, BIKASH);
        joined(session, BIKASH);
        assertThat(rooms.orders()).as("nothing new").isEmpty();
    }

    @Test
    void theHostAloneIsToldOfARaisedHandAndACallForHelp() {
        PeerSession session = live();
        callerComes(session, ASHA);
        callerComes(session, BIKASH);
        rooms.orders();
        sessions.raiseHand(BIKASH);
        sessions.askedForHelp(ASHA);
        assertThat(rooms.orders()).containsExactly("make sure of devi.1 ne host.seat number.2 host.seat.hand",
                "make sure of devi.1 ne host.seat number.1 host.seat.help");
    }

    @Test
    void withoutALinkTheStateStandsAndTheOrderIsDoneOnceItIsBack() {
        PeerSession session = live();
        callerComes(session, ASHA);
        rooms.orders();
        rooms.linked(false);
        sessions.end(session.id());
        assertThat(again(session).state()).isEqualTo(SessionState.ENDED);
        rooms.linked(true);
        snapshot(clock.instant().minusSeconds(600), Set.of(ASHA, DEVI), Map.of(session.room(), Set.of(ASHA, DEVI)));
        assertThat(rooms.orders()).containsExactlyInAnyOrder("take out asha.1 ENDED", "take out devi.1 ENDED");
    }

    @Test
    void whoWasOnTheWayInWhenItEndedIsTakenOutToo() {
        PeerSession session = live();
        sit(session, ASHA);
        sessions.end(session.id());
        rooms.orders();
        joined(session, ASHA);
        assertThat(rooms.orders()).containsExactly("take out asha.1 ENDED");
    }

    @Test
    void aHostsOwnHangUpAsksNothingOfThem() {
        PeerSession session = live();
        hungUp(DEVI);
        assertThat(rooms.orders()).isEmpty();
        hostComes(session, new CallId("devi.2"));
        assertThat(rooms.orders()).isEmpty();
    }
}
