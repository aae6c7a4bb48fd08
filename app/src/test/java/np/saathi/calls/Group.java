package np.saathi.calls;

import java.util.List;
import java.util.Map;

import np.saathi.session.PeerSession;
import np.saathi.session.SessionState;
import np.saathi.session.Sessions;

/** A session of a test, as the database has it. */
final class Group {
    private final TestLine line;
    private final long id;

    Group(TestLine line, PeerSession session) {
        this.line = line;
        this.id = session.id();
    }

    long id() {
        return id;
    }

    SessionState state() {
        return line.app().bean(Sessions.class).find(id).orElseThrow().state();
    }

    /** What became of each caller who had a seat, in the order of their coming; null for who still has it. */
    List<String> outcomes() {
        return participants("outcome").stream().map(row -> String.valueOf(row.get("outcome"))).toList();
    }

    /** Callers who are in the room at this moment. */
    long inRoom() {
        return participants("in_room").stream().filter(row -> Boolean.TRUE.equals(row.get("in_room"))).count();
    }

    List<Integer> ratings() {
        return line.database().sql("""
                SELECT f.rating FROM feedback f JOIN participant p ON p.id = f.participant_id
                WHERE p.session_id = ? ORDER BY f.participant_id
                """).param(id).query(Integer.class).list();
    }

    private List<Map<String, Object>> participants(String columns) {
        return line.database().sql("SELECT " + columns + " FROM participant WHERE session_id = ? AND role = 'CALLER'"
                + " ORDER BY id").param(id).query().listOfRows();
    }
}
