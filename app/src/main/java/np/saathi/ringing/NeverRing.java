package np.saathi.ringing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.identity.KeyedHash;
import np.saathi.identity.NumberHasher;
import np.saathi.telephony.PhoneNumber;

/** Phones at which somebody pressed "never ring this phone again". Of each only a keyed hash is kept, without end. */
@Repository
class NeverRing {
    private final JdbcClient jdbc;
    private final NumberHasher hasher;
    private final Clock clock;

    NeverRing(JdbcClient jdbc, NumberHasher hasher, Clock clock) {
        this.jdbc = jdbc;
        this.hasher = hasher;
        this.clock = clock;
    }

    void add(PhoneNumber number) {
        KeyedHash hash = hasher.hash(number);
        jdbc.sql("INSERT IGNORE INTO never_ring (hash, key_version, since) VALUES (?, ?, ?)")
                .params(hash.hex(), hash.keyVersion(), Timestamp.from(clock.instant())).update();
    }

    /** Re-keys what an older key made. */
    boolean holds(PhoneNumber number) {
        List<KeyedHash> newestFirst = hasher.everyVersion(number);
        List<String> found = jdbc.sql("SELECT hash FROM never_ring WHERE hash IN (:hashes)")
                .param("hashes", newestFirst.stream().map(KeyedHash::hex).toList()).query(String.class).list();
        KeyedHash newest = newestFirst.getFirst();
        found.stream().filter(old -> !old.equals(newest.hex())).forEach(old -> jdbc
                .sql("UPDATE IGNORE never_ring SET hash = ?, key_version = ? WHERE hash = ?")
                .params(newest.hex(), newest.keyVersion(), old).update());
        return !found.isEmpty();
    }
}
