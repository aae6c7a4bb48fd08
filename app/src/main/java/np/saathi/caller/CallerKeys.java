package np.saathi.caller;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.identity.KeyedHash;

/** Which keyed hash stands for which account. */
@Repository
class CallerKeys {
    private final JdbcClient jdbc;

    CallerKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountId> accountOf(KeyedHash key) {
        return jdbc.sql("SELECT account_id FROM caller_key WHERE hash = ?").param(key.hex()).query(String.class)
                .optional().map(AccountId::new);
    }

    /** What stands for this account's phones; none for an account that has no phone. */
    List<KeyedHash> of(AccountId account) {
        return jdbc.sql("SELECT key_version, hash FROM caller_key WHERE account_id = ?").param(account.value())
                .query((row, _) -> new KeyedHash(row.getLong(1), row.getString(2))).list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when this phone has an account already */
    void add(KeyedHash key, AccountId account) {
        jdbc.sql("INSERT INTO caller_key (hash, key_version, account_id) VALUES (?, ?, ?)")
                .params(key.hex(), key.keyVersion(), account.value()).update();
    }

    void remove(KeyedHash key) {
        jdbc.sql("DELETE FROM caller_key WHERE hash = ?").param(key.hex()).update();
    }

    /** Whether a phone is known as this account. */
    boolean any(AccountId account) {
        return jdbc.sql("SELECT COUNT(*) FROM caller_key WHERE account_id = ?").param(account.value())
                .query(Integer.class).single() > 0;
    }

    /** Lets the newest key's hash stand for the phone from now on; of two calls that do it at once, both are right. */
    void replace(KeyedHash old, KeyedHash newest) {
        jdbc.sql("UPDATE IGNORE caller_key SET hash = ?, key_version = ? WHERE hash = ?")
                .params(newest.hex(), newest.keyVersion(), old.hex()).update();
    }
}
