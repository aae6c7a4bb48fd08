package np.saathi.support;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code dbWrite}: down while the database takes nothing that is written. Asked at this moment. */
@Component("dbWriteHealthIndicator")
class DatabaseWriteHealth implements HealthIndicator {
    private final DatabaseWatch watch;

    DatabaseWriteHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return (watch.look() == DatabaseWatch.State.WELL ? Health.up() : Health.down()).build();
    }
}
