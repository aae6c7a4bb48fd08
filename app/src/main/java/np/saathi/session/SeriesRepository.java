package np.saathi.session;

import java.time.Instant;
import java.util.List;

import org.springframework.data.repository.CrudRepository;

interface SeriesRepository extends CrudRepository<SessionSeries, Long> {

    List<SessionSeries> findByEndedFalseAndNextAtLessThanEqual(Instant horizon);
}
