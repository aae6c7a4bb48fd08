package np.saathi.caller.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import np.saathi.caller.LineLanguages.LineLanguage;
import np.saathi.prompt.Language;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** The languages of the line: read by all, edited by admins. A new one needs prompts to be spoken, and no code. */
@RestController
class LanguageController {
    private static final String CODE = "[a-z]{2,3}";
    private final LineLanguages languages;

    LanguageController(LineLanguages languages) {
        this.languages = languages;
    }

    record LanguageJson(String code, String name, int position, boolean active, int version) {

        static LanguageJson of(LineLanguage language) {
            return new LanguageJson(language.code().code(), language.name(), language.position(), language.active(),
                    versionOf(language));
        }
    }

    /**
     * @param code ISO 639; in a change it is that of the path
     * @param active true unless told
     */
    record LanguageBody(@Nullable @Pattern(regexp = CODE) String code, @NotBlank @Size(max = 40) String name,
            @NotNull @Min(0) @Max(127) Integer position, @Nullable Boolean active) {

        LineLanguage language(Language code, @Nullable Integer version) {
            return new LineLanguage(code, version, name, position, Objects.requireNonNullElse(active, true));
        }
    }

    @GetMapping("/languages")
    PageOf<LanguageJson> list(@Valid @ModelAttribute Paging paging) {
        List<LineLanguage> all = languages.all();
        return PageOf.of(all.stream().skip((long) paging.page() * paging.size()).limit(paging.size()).toList(), paging,
                all.size()).map(LanguageJson::of);
    }

    @PostMapping("/admin/languages")
    @ResponseStatus(HttpStatus.CREATED)
    @AdminOnly
    ResponseEntity<LanguageJson> add(@Valid @RequestBody LanguageBody asked) {
        if (asked.code == null) {
            throw Problem.unprocessable("code-missing", "A new language needs its code");
        }
        try {
            LineLanguage made = languages.save(asked.language(new Language(asked.code), null));
            return ResponseEntity.created(URI.create("/admin/languages/" + made.code()))
                    .eTag(Versions.tag(versionOf(made))).body(LanguageJson.of(made));
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("code-taken", "The line has this language already");
        }
    }

    @PutMapping("/admin/languages/{code}")
    @AdminOnly
    ResponseEntity<LanguageJson> change(@PathVariable String code, @Valid @RequestBody LanguageBody asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        LineLanguage language = found(code);
        Versions.check(ifMatch, versionOf(language));
        LineLanguage changed = languages.save(asked.language(language.code(), language.version()));
        return Versions.ok(LanguageJson.of(changed), versionOf(changed));
    }

    @DeleteMapping("/admin/languages/{code}")
    @AdminOnly
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String code) {
        LineLanguage language = found(code);
        try {
            languages.delete(language.code(), versionOf(language));
        } catch (DataIntegrityViolationException inUse) {
            throw Problem.conflict("in-use", "Callers, volunteers or sessions have this language; make it inactive");
        }
    }

    private LineLanguage found(String code) {
        if (!code.matches(CODE)) {
            throw Problem.notFound();
        }
        return languages.find(new Language(code)).orElseThrow(Problem::notFound);
    }

    private static int versionOf(LineLanguage language) {
        return Objects.requireNonNull(language.version(), "not yet saved");
    }
}
