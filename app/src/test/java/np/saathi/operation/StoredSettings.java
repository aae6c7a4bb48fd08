package np.saathi.operation;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Settings in the database of a running app, which knows them at once and not only at its next look, ten seconds later. */
public final class StoredSettings {
    private final JdbcClient database;
    private final Operation operation;

    public StoredSettings(JdbcClient database, Operation operation) {
        this.database = database;
        this.operation = operation;
    }

    /** @param json what differs from the defaults */
    public void are(String json) {
        database.sql("REPLACE INTO operating_settings (id, version, settings, set_at) "
                + "VALUES (1, 1, ?, UTC_TIMESTAMP(3))").param(json).update();
        operation.refresh();
    }

    public void areTheDefaults() {
        database.sql("DELETE FROM operating_settings").update();
        operation.refresh();
    }
}
