package np.saathi.session.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import np.saathi.account.AdminOnly;
import np.saathi.caller.LineLanguages;
import np.saathi.prompt.Language;
import np.saathi.session.Categories;
import np.saathi.session.Category;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** What sessions can be about: read by all, edited by admins. */
@RestController
class CategoryController {
    /** As a prompt's key can be: the words are the prompt {@code category.<code>}. */
    static final String CODE = "(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*";
    private final Categories categories;
    private final LineLanguages languages;

    CategoryController(Categories categories, LineLanguages languages) {
        this.categories = categories;
        this.languages = languages;
    }

    /** @param names by language */
    record CategoryJson(String code, Map<String, String> names, int position, boolean voiceDisguise, boolean active,
            int version) {

        static CategoryJson of(Category category) {
            return new CategoryJson(category.code(),
                    category.names().stream().collect(toMap(name -> name.language().code(), Category.Name::name,
                            (one, other) -> one, TreeMap::new)),
                    category.position(), category.voiceDisguise(), category.active(), versionOf(category));
        }
    }

    /**
     * @param code in a change it is that of the path
     * @param active true unless told
     */
    record CategoryBody(@Nullable @Pattern(regexp = CODE) String code,
            @NotEmpty @Size(max = 50) Map<@Pattern(regexp = "[a-z]{2,3}") String, @NotBlank @Size(max = 60) String> names,
            @NotNull @Min(0) @Max(127) Integer position, @Nullable Boolean voiceDisguise, @Nullable Boolean active) {

        Category category(String code, @Nullable Integer version) {
            return new Category(code, version, position, Objects.requireNonNullElse(voiceDisguise, false),
                    Objects.requireNonNullElse(active, true), names.entrySet().stream()
                            .map(name -> new Category.Name(new Language(name.getKey()), name.getValue()))
                            .collect(toSet()));
        }
    }

    @GetMapping("/categories")
    PageOf<CategoryJson> list(@Valid @ModelAttribute Paging paging) {
        List<Category> all = categories.all();
        return PageOf.of(all.stream().skip((long) paging.page() * paging.size()).limit(paging.size()).toList(), paging,
                all.size()).map(CategoryJson::of);
    }

    @PostMapping("/admin/categories")
    @ResponseStatus(HttpStatus.CREATED)
    @AdminOnly
    ResponseEntity<CategoryJson> add(@Valid @RequestBody CategoryBody asked) {
        if (asked.code == null) {
            throw Problem.unprocessable("code-missing", "A new category needs its code");
        }
        knownLanguages(asked);
        try {
            Category made = categories.save(asked.category(asked.code, null));
            return ResponseEntity.created(URI.create("/admin/categories/" + made.code()))
                    .eTag(Versions.tag(versionOf(made))).body(CategoryJson.of(made));
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("code-taken", "There is a category of this code");
        }
    }

    @PutMapping("/admin/categories/{code}")
    @AdminOnly
    ResponseEntity<CategoryJson> change(@PathVariable String code, @Valid @RequestBody CategoryBody asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Category category = found(code);
        Versions.check(ifMatch, versionOf(category));
        knownLanguages(asked);
        Category changed = categories.save(asked.category(code, category.version()));
        return Versions.ok(CategoryJson.of(changed), versionOf(changed));
    }

    @DeleteMapping("/admin/categories/{code}")
    @AdminOnly
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String code) {
        try {
            categories.delete(code, versionOf(found(code)));
        } catch (DataIntegrityViolationException inUse) {
            throw Problem.conflict("in-use", "Sessions or volunteers have this category; make it inactive instead");
        }
    }

    private Category found(String code) {
        return Optional.of(code).filter(word -> word.matches(CODE)).flatMap(categories::find)
                .orElseThrow(Problem::notFound);
    }

    private void knownLanguages(CategoryBody asked) {
        if (!asked.names.keySet().stream().map(Language::new).allMatch(code -> languages.find(code).isPresent())) {
            throw Problem.unprocessable("language-unknown",
                    "There is a name in a language that the line does not have");
        }
    }

    private static int versionOf(Category category) {
        return Objects.requireNonNull(category.version(), "not yet saved");
    }
}
