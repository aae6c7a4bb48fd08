package np.saathi.caller;

import java.util.List;

import org.springframework.data.repository.CrudRepository;

import np.saathi.caller.LineLanguages.LineLanguage;
import np.saathi.prompt.Language;

interface LineLanguageRepository extends CrudRepository<LineLanguage, Language> {

    List<LineLanguage> findAllByOrderByPositionAscCodeAsc();
}
