package np.saathi.caller;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;

import np.saathi.identity.KeyedHash;
import np.saathi.identity.NumberHasher;
import np.saathi.telephony.PhoneNumber;

/** Phones of the house, whose calls are left out of statistics. Their numbers are not kept either. */
@Service
public class TestPhones {
    private final JdbcClient jdbc;
    private final NumberHasher hasher;

    TestPhones(JdbcClient jdbc, NumberHasher hasher) {
        this.jdbc = jdbc;
        this.hasher = hasher;
    }

    /** @param label by which the panel shows it, for its number is not kept */
    record TestPhone(long id, String label) {}

    /** Whether a call from this number is a test. Its hash is of the newest key from then on. */
    public boolean isTest(Optional<PhoneNumber> number) {
        return number.flatMap(this::kept).isPresent();
    }

    private record Kept(long id, long keyVersion) {}

    private Optional<Kept> kept(PhoneNumber number) {
        List<String> hashes = hasher.everyVersion(number).stream().map(KeyedHash::hex).toList();
        Optional<Kept> kept = jdbc.sql("""
                SELECT id, key_version FROM test_phone WHERE hash IN (:hashes) ORDER BY key_version DESC LIMIT 1
                """).param("hashes", hashes).query(Kept.class).optional();
        KeyedHash newest = hasher.hash(number);
        kept.filter(phone -> phone.keyVersion() != newest.keyVersion())
                .ifPresent(phone -> jdbc.sql("UPDATE test_phone SET hash = ?, key_version = ? WHERE id = ?")
                        .params(newest.hex(), newest.keyVersion(), phone.id()).update());
        return kept;
    }

    List<TestPhone> all() {
        return jdbc.sql("SELECT id, label FROM test_phone ORDER BY label, id").query(TestPhone.class).list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when this phone is one already */
    TestPhone add(String label, PhoneNumber number) {
        KeyedHash hash = hasher.hash(number);
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO test_phone (label, hash, key_version) VALUES (?, ?, ?)")
                .params(label, hash.hex(), hash.keyVersion()).update(id);
        return new TestPhone(Objects.requireNonNull(id.getKey()).longValue(), label);
    }

    /** @return false when there is none of this id */
    boolean remove(long id) {
        return jdbc.sql("DELETE FROM test_phone WHERE id = ?").param(id).update() > 0;
    }
}
