package np.saathi.volunteer;

import org.springframework.data.repository.CrudRepository;

import np.saathi.account.AccountId;

interface VolunteerRepository extends CrudRepository<Volunteer, AccountId> {}
