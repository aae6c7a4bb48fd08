package np.saathi.training;

import java.util.List;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import np.saathi.account.Role;
import np.saathi.account.SignedIn;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;

/** Training material for those it is published to. */
@RestController
@RequestMapping("/training")
class TrainingController {
    private final MaterialRepository materials;
    private final Shelf shelf;

    TrainingController(MaterialRepository materials, Shelf shelf) {
        this.materials = materials;
        this.shelf = shelf;
    }

    @GetMapping
    @Operation(summary = "What is published to me")
    PageOf<MaterialView> list(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn who,
            @Valid @ParameterObject Paging paging,
            @RequestParam(defaultValue = "") @Pattern(regexp = "|[a-z]{2,3}") String language) {
        List<String> audiences = Audience.of(who.role()).stream().map(Audience::name).toList();
        return PageOf.of(materials.page(audiences, false, language, paging.size(), paging.offset()), paging,
                materials.count(audiences, false, language)).map(MaterialView::of);
    }

    /** Ranges are served by the framework, which streams the file. */
    @GetMapping("/{id}/file")
    @Operation(summary = "The file, or a range of it")
    @ApiResponse(responseCode = "200", description = "The whole file", headers = @Header(name = "Accept-Ranges", schema = @Schema(type = "string")), content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "206", description = "A range", content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> file(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn who,
            @PathVariable long id) {
        Material material = materials.findById(id).filter(found -> maySee(who, found)).orElseThrow(Problem::notFound);
        String extension = material.mediaType().equals("application/pdf") ? ".pdf" : ".audio";
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(material.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("training-" + id + extension).build().toString())
                // Opened all the same, it may run nothing and reach nothing.
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore()).body(new FileSystemResource(shelf.file(material.file())));
    }

    private static boolean maySee(SignedIn who, Material material) {
        return who.role() == Role.ADMIN
                || material.published() && Audience.of(who.role()).contains(material.audience());
    }
}
