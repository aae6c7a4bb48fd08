package np.saathi.operation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one row of settings. What a stored text does not have yet (a setting that came later) is as by default. */
@Repository
class SettingsStore {
    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient jdbc;
    private final Clock clock;

    SettingsStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param version 0 while nothing was ever set */
    record Stored(int version, OperatingSettings settings) {}

    Stored read() {
        Optional<Stored> stored = jdbc.sql("SELECT version, settings FROM operating_settings")
                .query((row, _) -> new Stored(row.getInt(1), parse(row.getString(2)))).optional();
        return stored.orElse(new Stored(0, OperatingSettings.DEFAULT));
    }

    /** @throws OptimisticLockingFailureException when somebody else has changed them since this version */
    void write(OperatingSettings settings, int version) {
        String json = JSON.writeValueAsString(settings);
        Timestamp now = Timestamp.from(clock.instant());
        if (version == 0 ? !inserted(json, now) : updated(json, now, version) == 0) {
            throw new OptimisticLockingFailureException("The settings were changed by somebody else");
        }
    }

    private boolean inserted(String json, Timestamp now) {
        try {
            return jdbc.sql("INSERT INTO operating_settings (id, version, settings, set_at) VALUES (1, 1, ?, ?)")
                    .params(json, now).update() == 1;
        } catch (DuplicateKeyException somebodyWasFirst) {
            return false;
        }
    }

    private int updated(String json, Timestamp now, int version) {
        return jdbc
                .sql("UPDATE operating_settings SET version = version + 1, settings = ?, set_at = ? WHERE version = ?")
                .params(json, now, version).update();
    }

    private static OperatingSettings parse(String json) {
        JsonNode whole = over(JSON.valueToTree(OperatingSettings.DEFAULT), JSON.readTree(json));
        return JSON.treeToValue(whole, OperatingSettings.class);
    }

    /** Objects are laid over each other field by field, all else as a whole. */
    private static JsonNode over(JsonNode below, JsonNode above) {
        if (!(below instanceof ObjectNode fields) || !above.isObject()) {
            return above;
        }
        above.properties().forEach(field -> {
            JsonNode old = fields.get(field.getKey());
            if (old != null) {
                fields.set(field.getKey(), over(old, field.getValue()));
            } // else a setting that there is no more
        });
        return fields;
    }
}
