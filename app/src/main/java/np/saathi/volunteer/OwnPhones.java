package np.saathi.volunteer;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import np.saathi.account.AccountId;
import np.saathi.identity.KeyedHash;
import np.saathi.identity.NumberHasher;
import np.saathi.telephony.PhoneNumber;

/** Which phone is which volunteer's own, by keyed hashes. */
@Repository
class OwnPhones {
    private final JdbcClient jdbc;
    private final NumberHasher hasher;

    OwnPhones(JdbcClient jdbc, NumberHasher hasher) {
        this.jdbc = jdbc;
        this.hasher = hasher;
    }

    /** @param phone empty: none any more */
    void set(AccountId volunteer, Optional<PhoneNumber> phone) {
        jdbc.sql("DELETE FROM volunteer_phone WHERE account_id = ?").param(volunteer.value()).update();
        phone.map(hasher::hash).ifPresent(hash -> jdbc
                .sql("INSERT INTO volunteer_phone (hash, key_version, account_id) VALUES (?, ?, ?)")
                .params(hash.hex(), hash.keyVersion(), volunteer.value()).update());
    }

    /** @return empty for a phone that is nobody's, or several people's */
    Optional<AccountId> ownerOf(PhoneNumber phone) {
        List<KeyedHash> hashes = hasher.everyVersion(phone);
        List<AccountId> owners = jdbc.sql("SELECT account_id FROM volunteer_phone WHERE hash IN (:hashes)")
                .param("hashes", hashes.stream().map(KeyedHash::hex).toList()).query(String.class).list().stream()
                .map(AccountId::new).toList();
        if (owners.size() != 1) {
            return Optional.empty();
        }
        keepByNewestKey(owners.getFirst(), hashes.getFirst());
        return Optional.of(owners.getFirst());
    }

    /** Whether it is this volunteer's own, perhaps among others'. */
    boolean isOf(PhoneNumber phone, AccountId volunteer) {
        return jdbc.sql("SELECT COUNT(*) FROM volunteer_phone WHERE account_id = :volunteer AND hash IN (:hashes)")
                .param("volunteer", volunteer.value())
                .param("hashes", hasher.everyVersion(phone).stream().map(KeyedHash::hex).toList())
                .query(Integer.class).single() > 0;
    }

    private void keepByNewestKey(AccountId owner, KeyedHash newest) {
        jdbc.sql("UPDATE volunteer_phone SET hash = ?, key_version = ? WHERE account_id = ? AND key_version <> ?")
                .params(newest.hex(), newest.keyVersion(), owner.value(), newest.keyVersion()).update();
    }
}
