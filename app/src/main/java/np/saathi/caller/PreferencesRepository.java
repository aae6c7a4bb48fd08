package np.saathi.caller;

import org.springframework.data.repository.CrudRepository;

import np.saathi.account.AccountId;

interface PreferencesRepository extends CrudRepository<Preferences, AccountId> {}
