package np.saathi.session;

import java.util.List;

import org.springframework.data.repository.CrudRepository;

interface CategoryRepository extends CrudRepository<Category, String> {

    List<Category> findAllByOrderByPositionAscCodeAsc();
}
