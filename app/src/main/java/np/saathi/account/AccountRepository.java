package np.saathi.account;

import java.util.List;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface AccountRepository extends CrudRepository<Account, AccountId> {

    /** Ids of all admins; none comes or goes before the transaction ends. */
    @Query("SELECT id FROM account WHERE role = 'ADMIN' FOR UPDATE")
    List<String> lockAdmins();
}
