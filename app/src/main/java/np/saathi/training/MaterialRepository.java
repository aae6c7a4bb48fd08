package np.saathi.training;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

import np.saathi.prompt.Language;

interface MaterialRepository extends CrudRepository<Material, Long> {
    String SEEN = "FROM training_material WHERE audience IN (:audiences) AND (:unpublished OR published) "
            + "AND (:language = '' OR language = :language) ";

    @Query("SELECT * " + SEEN + "ORDER BY uploaded_at DESC, id DESC LIMIT :size OFFSET :offset")
    List<Material> page(Collection<String> audiences, boolean unpublished, String language, int size, long offset);

    @Query("SELECT COUNT(*) " + SEEN)
    long count(Collection<String> audiences, boolean unpublished, String language);

    @Query("SELECT * FROM training_material WHERE published AND audience = :audience AND language = :language "
            + "AND seconds IS NOT NULL ORDER BY uploaded_at DESC, id DESC")
    List<Material> lessons(Audience audience, Language language);
}
