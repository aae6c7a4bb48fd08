package np.saathi.training;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import np.saathi.prompt.Language;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** Training material for those who prepare it. */
@RestController
@RequestMapping("/admin/training")
class TrainingAdminController {
    private final MaterialRepository materials;
    private final Shelf shelf;
    private final Clock clock;

    TrainingAdminController(MaterialRepository materials, Shelf shelf, Clock clock) {
        this.materials = materials;
        this.shelf = shelf;
        this.clock = clock;
    }

    record Edit(@NotBlank @Size(max = 120) String title, @NotNull Audience audience, @NotNull Language language,
            @NotNull Boolean published) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Upload a PDF or a recording of up to 50 MB; it is not published yet")
    ResponseEntity<MaterialView> upload(@RequestPart MultipartFile file,
            @RequestParam @NotBlank @Size(max = 120) String title, @RequestParam Audience audience,
            @RequestParam @Pattern(regexp = "[a-z]{2,3}") String language) {
        Shelf.Kept kept = shelf.keep(file);
        Material material;
        try {
            material = materials.save(new Material(title, audience, new Language(language), kept.mediaType(),
                    kept.file(), kept.size(), kept.seconds().orElse(null), clock.instant()));
        } catch (DataIntegrityViolationException e) {
            shelf.remove(kept.file());
            throw noSuchLanguage();
        } catch (RuntimeException e) {
            shelf.remove(kept.file());
            throw e;
        }
        return ResponseEntity.created(URI.create("/admin/training/" + material.id()))
                .eTag(Versions.tag(material.version())).body(MaterialView.of(material));
    }

    @GetMapping
    @Operation(summary = "All material, the newest first")
    PageOf<MaterialView> list(@Valid @ParameterObject Paging paging, @RequestParam @Nullable Audience audience,
            @RequestParam(defaultValue = "") @Pattern(regexp = "|[a-z]{2,3}") String language) {
        List<String> audiences = Stream.of(Audience.values()).filter(one -> audience == null || one == audience)
                .map(Audience::name).toList();
        return PageOf.of(materials.page(audiences, true, language, paging.size(), paging.offset()), paging,
                materials.count(audiences, true, language)).map(MaterialView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One piece of material")
    ResponseEntity<MaterialView> one(@PathVariable long id) {
        Material material = find(id);
        return Versions.ok(MaterialView.of(material), material.version());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Publish, take back, rename")
    ResponseEntity<MaterialView> edit(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Edit edit) {
        Material material = find(id);
        Versions.check(ifMatch, material.version());
        material.edit(edit.title, edit.audience, edit.language, edit.published);
        try {
            Material saved = materials.save(material);
            shelf.renamed(saved.file());
            return Versions.ok(MaterialView.of(saved), saved.version());
        } catch (DataIntegrityViolationException e) {
            throw noSuchLanguage();
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete it and its file")
    void delete(@PathVariable long id) {
        Material material = find(id);
        materials.deleteById(id);
        shelf.remove(material.file());
    }

    private Material find(long id) {
        return materials.findById(id).orElseThrow(Problem::notFound);
    }

    private static Problem noSuchLanguage() {
        return Problem.unprocessable("unknown-language", "The line does not speak this language");
    }
}
