package np.saathi.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import np.saathi.account.Accounts;
import np.saathi.dev.database.Rows;
import np.saathi.dev.web.ModuleTest;
import np.saathi.identity.Hashers;
import np.saathi.identity.NumberHasher;
import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

@ModuleTest(with = {"identity", "account", "operation"})
class CallersTests {
    private static final PhoneNumber ASHA = PhoneNumber.parse("9841000001").orElseThrow();
    @Autowired
    Callers callers;
    @Autowired
    LineLanguages languages;
    @Autowired
    Rows rows;
    @Autowired
    CallerKeys keys;
    @Autowired
    PreferencesRepository preferences;
    @Autowired
    Accounts accounts;
    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobodyIsKnown() {
        rows.delete();
    }

    @Test
    void nothingIsWrittenBeforeACallerAgrees() {
        assertThat(callers.known(Optional.of(ASHA))).isEmpty();
        assertThat(callers.known(Optional.empty())).isEmpty();
        Caller unknown = Caller.unknown(Language.NEPALI);
        callers.speaks(unknown, Language.ENGLISH);
        callers.chose(unknown, "stress");
        assertThat(rows.all()).isZero();
    }

    @Test
    void whoAgreedIsKnownNextTimeWithWhatTheyChose() {
        Caller asha = callers.remember(ASHA, Language.NEPALI);
        callers.speaks(asha, Language.ENGLISH);
        callers.chose(asha, "grief");
        Caller again = callers.known(Optional.of(ASHA)).orElseThrow();
        assertThat(again).isEqualTo(new Caller(asha.account(), Language.ENGLISH, Optional.of("grief")));
    }

    @Test
    void onePhoneInDifferentSpellingsIsOneCaller() {
        Caller asha = callers.remember(ASHA, Language.NEPALI);
        for (String spelling : List.of("+9779841000001", "009779841000001", "09841000001", "984-100 0001")) {
            assertThat(callers.known(PhoneNumber.parse(spelling))).contains(asha);
            assertThat(callers.remember(PhoneNumber.parse(spelling).orElseThrow(), Language.NEPALI)).isEqualTo(asha);
        }
        assertThat(rows.in("account")).isOne();
    }

    @Test
    void twoCallsThatAgreeAtOnceMakeOneAccount() throws Exception {
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Caller> agree = () -> callers.remember(ASHA, Language.NEPALI);
            List<Future<Caller>> both = calls.invokeAll(List.of(agree, agree, agree, agree));
            for (Future<Caller> one : both) {
                assertThat(one.get().account()).isEqualTo(both.getFirst().get().account());
            }
        }
        assertThat(rows.in("account")).isOne();
        assertThat(rows.in("caller_key")).isOne();
    }

    @Test
    void aNewKeyTakesOverAtTheNextCallAndKeepsTheAccount() {
        Hashers hashers = new Hashers();
        Caller asha = with(hashers.beforeRotation()).remember(ASHA, Language.NEPALI);
        NumberHasher after = hashers.afterRotation();
        assertThat(with(after).known(Optional.of(ASHA))).contains(asha);
        assertThat(keys.accountOf(hashers.beforeRotation().hash(ASHA))).as("the old hash is gone").isEmpty();
        assertThat(keys.accountOf(after.hash(ASHA))).isEqualTo(asha.account());
        assertThat(rows.in("caller_key")).isOne();
    }

    @Test
    void theNumberIsNowhereInTheDatabase() {
        callers.remember(ASHA, Language.NEPALI);
        assertThat(rows.dump()).doesNotContain("9841000001");
    }

    @Test
    void languagesAreOfferedInTheirOrder() {
        assertThat(languages.offered()).containsExactly(Language.NEPALI, Language.ENGLISH);
    }

    private Callers with(NumberHasher hasher) {
        return new Callers(hasher, keys, preferences, accounts, transaction);
    }
}
