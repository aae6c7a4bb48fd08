package np.saathi.joining;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.account.AccountId;
import np.saathi.account.Limit;
import np.saathi.account.RateLimits;
import np.saathi.identity.NumberHasher;
import np.saathi.session.SessionState;
import np.saathi.telephony.PhoneNumber;

/**
 * One-time codes, of which only keyed hashes are kept: who reads the database can't dial in with them.
 *
 * <p>
 * Nine digits, because a guess at any living code is as good as another: with 30 codes alive, 10,000 guesses from
 * changing numbers find one with a chance of 10,000 × 30 / 9^9 = 0.08 %. The limits keep guesses slow; the length keeps
 * them useless.
 */
@Repository
class JoinCodes {
    static final int LENGTH = 9;
    private static final int DRAWS = 20;
    private static final String EVERYBODY = "line";
    private static final String WITHHELD = "withheld";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final JdbcClient jdbc;
    private final NumberHasher hasher;
    private final RateLimits limits;
    private final JoiningProperties settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JoinCodes(JdbcClient jdbc, NumberHasher hasher, RateLimits limits, JoiningProperties settings,
            TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.hasher = hasher;
        this.limits = limits;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param code nine digits 1 to 9, told this once */
    record Issued(String code, Instant expiresAt) {

        @Override
        public String toString() {
            return "[a code]";
        }
    }

    private record Row(long sessionId, String accountId, String state) {}

    /** A new code; an earlier one of the same account counts no more. Whether it may have one is asked before. */
    Issued issue(long sessionId, AccountId account) {
        Instant expiresAt = clock.instant().plus(settings.codeLife());
        for (int draw = 0; draw < DRAWS; draw++) {
            String code = RANDOM.ints(LENGTH, 1, 10).mapToObj(Integer::toString).collect(Collectors.joining());
            try {
                transaction.executeWithoutResult(_ -> {
                    jdbc.sql("DELETE FROM join_code WHERE account_id = ? OR expires_at <= ?")
                            .params(account.value(), Timestamp.from(clock.instant())).update();
                    jdbc.sql("INSERT INTO join_code (code_hash, session_id, account_id, expires_at) "
                            + "VALUES (?, ?, ?, ?)")
                            .params(hash(code), sessionId, account.value(), Timestamp.from(expiresAt)).update();
                });
                return new Issued(code, expiresAt);
            } catch (DuplicateKeyException taken) {
                continue; // by somebody else's code, or by this account's other request: draw again
            }
        }
        throw new IllegalStateException("No free code in " + DRAWS + " draws");
    }

    CodeAnswer use(String code, Optional<PhoneNumber> callingPhone) {
        Limit ofPhone = callingPhone.isPresent() ? Limit.JOIN_CODE_FROM_PHONE : Limit.JOIN_CODE_FROM_WITHHELD;
        String phone = callingPhone.map(PhoneNumber::digits).orElse(WITHHELD);
        if (limits.tryTake(ofPhone, phone).isPresent()) {
            return new CodeAnswer.Wait();
        }
        if (limits.tryTake(Limit.JOIN_CODE_IN_TOTAL, EVERYBODY).isPresent()) {
            return new CodeAnswer.Wait();
        }
        CodeAnswer answer = transaction.execute(_ -> use(code));
        if (!(answer instanceof CodeAnswer.Wrong)) {
            // Earlier wrong ones stay counted: else a thief with a code of their own could wipe them out.
            limits.giveBack(ofPhone, phone);
            limits.giveBack(Limit.JOIN_CODE_IN_TOTAL, EVERYBODY);
        }
        return answer;
    }

    private CodeAnswer use(String code) {
        Optional<Row> found = jdbc.sql("""
                SELECT c.session_id, c.account_id, s.state
                FROM join_code c JOIN peer_session s ON s.id = c.session_id
                WHERE c.code_hash = ? AND c.expires_at > ? FOR UPDATE
                """).params(hash(code), Timestamp.from(clock.instant())).query(Row.class).optional();
        SessionState state = found.map(row -> SessionState.valueOf(row.state)).orElse(SessionState.ENDED);
        if (state == SessionState.SCHEDULED) {
            return new CodeAnswer.Early();
        }
        jdbc.sql("DELETE FROM join_code WHERE code_hash = ?").param(hash(code)).update();
        return found.filter(_ -> state.isOpen())
                .<CodeAnswer>map(row -> new CodeAnswer.Welcome(
                        new Invitation(row.sessionId, new AccountId(row.accountId))))
                .orElseGet(CodeAnswer.Wrong::new);
    }

    private String hash(String code) {
        return hasher.hash("join-code", code).hex();
    }
}
