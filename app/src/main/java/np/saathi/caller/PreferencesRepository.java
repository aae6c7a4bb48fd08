package np.saathi.caller;

import java.time.LocalDate;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

import np.saathi.account.AccountId;

interface PreferencesRepository extends CrudRepository<Preferences, AccountId> {

    /** @return 1 when they were not told on this day, and now count as told */
    @Modifying
    @Query("""
            UPDATE caller SET talk_told_on = :day
            WHERE account_id = :account AND (talk_told_on IS NULL OR talk_told_on < :day)
            """)
    int tellTalk(String account, LocalDate day);
}
