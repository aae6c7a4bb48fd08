package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;
import static np.saathi.prompt.Language.NEPALI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import np.saathi.dev.pstn.Phone;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionPlan;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;

/** What time alone does in a room, and what a host can do about it. Times are moved by moving what they count from. */
@CallTests
class HostClockCallTests {
    private final TestLine line;

    HostClockCallTests(TestLine line) {
        this.line = line;
    }

    @Test
    void theEndIsToldTenAndTwoMinutesBeforeMoreTimeIsAddedThreeTimesAndOverTimeTheSessionEndsByItself() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            endsIn(group, Duration.ofSeconds(595));
            devi.heard().awaitPrompt("host.time.ten", "ne", SOON);
            try (Following next = new Following(line, Duration.ofMinutes(15))) {
                devi.presses("43");
                devi.heard().awaitPrompt("host.time.next", "ne", SOON);
            }
            for (int time = 0; time < 3; time++) {
                devi.presses("43");
                devi.heard().awaitPrompt("host.time.more", "ne", SOON);
            }
            devi.presses("43");
            devi.heard().awaitPrompt("host.time.spent", "ne", SOON);

            endsIn(group, Duration.ofSeconds(115));
            devi.heard().awaitPrompt("host.time.two", "ne", SOON);
            asha.heard().awaitPrompt("room.ending", "ne", SOON);

            endsIn(group, Duration.ofMinutes(-5));
            asha.heard().awaitInOrder("ne", SOON, "room.ended", "rating");
            devi.heard().awaitInOrder("ne", SOON, "host.ended", "report.intro");
            assertThat(group.state()).isEqualTo(SessionState.ENDED);
            assertThat(group.outcomes()).containsExactly("ENDED");
        }
    }

    @Test
    void aHostOfWhomNothingIsHeardIsAskedAndWithoutAnAnswerTheRoomWaitsAndThenEnds() {
        Group group = line.group(NEPALI, 8);
        try (Phone asha = line.callerInTheGroup(NEPALI); Phone devi = line.hostInTheRoom(line.people().devi())) {
            asha.heard().awaitPrompt("room.open", "ne", SOON);
            wasSilent(group);
            devi.heard().awaitPrompt("host.silent.ask", "ne", SOON);
            devi.presses("1");
            devi.heard().awaitPrompt("host.silent.thanks", "ne", SOON);
            assertThat(devi.heard().times("host.muted", "ne")).as("the answer does nothing else").isEmpty();

            wasSilent(group);
            devi.heard().awaitPrompt("host.silent.ask", "ne", SOON);
            host(group, "asked_at = asked_at - INTERVAL 30 SECOND");
            devi.heard().awaitPrompt("host.silent", "ne", SOON);
            asha.heard().awaitPrompt("room.held", "ne", SOON);
            assertThat(group.state()).isEqualTo(SessionState.HELD);

            session(group, "held_since = held_since - INTERVAL 3 MINUTE");
            asha.heard().awaitInOrder("ne", SOON, "room.ended.lost", "rating");
            asha.presses("#");
            asha.heard().awaitPrompt("choices.instead", "ne", SOON);
            devi.heard().awaitPrompt("host.menu", "ne", SOON);
        }
    }

    private void wasSilent(Group group) {
        host(group, "joined_at = joined_at - INTERVAL 6 MINUTE, taken_at = taken_at - INTERVAL 6 MINUTE, "
                + "heard_at = UTC_TIMESTAMP(3) - INTERVAL 6 MINUTE");
    }

    private void host(Group group, String change) {
        line.database().sql("UPDATE participant SET " + change + " WHERE session_id = ? AND role = 'HOST' "
                + "AND left_at IS NULL").param(group.id()).update();
    }

    private void session(Group group, String change) {
        line.database().sql("UPDATE peer_session SET " + change + " WHERE id = ?").param(group.id()).update();
    }

    private void endsIn(Group group, Duration left) {
        session(group, "starts_at = UTC_TIMESTAMP(3) + INTERVAL " + left.toSeconds() + " SECOND "
                + "- INTERVAL (duration_minutes + extended_minutes) MINUTE");
    }

    /** Another session of the same host, that begins in a while; until closed. */
    private record Following(TestLine line, PeerSession session) implements AutoCloseable {
        Following(TestLine line, Duration in) {
            this(line, line.app().bean(Sessions.class).plan(new SessionPlan("grief", NEPALI, "The one after it",
                    line.app().bean(Clock.class).instant().plus(Duration.ofHours(5)), Duration.ofHours(1), 8,
                    Set.of(line.people().devi().id()))));
            line.database().sql("UPDATE peer_session SET starts_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND WHERE id = ?")
                    .params(in.toSeconds(), session.id()).update();
        }

        @Override
        public void close() {
            line.database().sql("UPDATE peer_session SET state = 'CANCELLED', cancel_reason = 'NO_HOST' WHERE id = ?")
                    .param(session.id()).update();
        }
    }
}
