package np.saathi.calls;

import static np.saathi.calls.TestLine.SOON;

import np.saathi.dev.pstn.Phone;
import np.saathi.session.SessionState;

/** How a host comes from the room to the report about the session. */
final class HostReport {
    private HostReport() {}

    /** By the host's keys, confirmed. */
    static void endSession(Phone host) {
        host.presses("#");
        host.heard().awaitPrompt("host.end.confirm", "ne", SOON);
        host.presses("1");
    }

    /** From the room, as soon as it is live, to the report's first question. */
    static void awaitFirstQuestion(Phone host, Group group) {
        Eventually.is(() -> group.state() == SessionState.LIVE);
        endSession(host);
        host.heard().awaitPrompt("report.risk", "ne", SOON);
    }
}
