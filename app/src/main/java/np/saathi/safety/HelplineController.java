package np.saathi.safety;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import np.saathi.account.AdminOnly;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** The public help numbers. What is changed here is dialled and read with app and database dead. */
@RestController
@AdminOnly
@RequestMapping("/admin/helplines")
class HelplineController {
    private final Helplines helplines;

    HelplineController(Helplines helplines) {
        this.helplines = helplines;
    }

    /** @param testedAt when somebody last tried it */
    @Schema(name = "Helpline")
    record View(long id, @JsonUnwrapped Helpline.Plan plan, @Nullable Instant testedAt, int version) {

        static View of(Helpline one) {
            return new View(one.id(), one.plan(), one.testedAt(), one.version());
        }
    }

    @GetMapping
    PageOf<View> all(@Valid Paging paging) {
        List<Helpline> all = helplines.all();
        return PageOf.of(all.stream().skip(paging.offset()).limit(paging.size()).map(View::of).toList(), paging,
                all.size());
    }

    @GetMapping("/{id}")
    ResponseEntity<View> one(@PathVariable long id) {
        return answer(find(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> add(@Valid @RequestBody Helpline.Plan plan) {
        Helpline added = helplines.add(plan);
        return ResponseEntity.created(URI.create("/admin/helplines/" + added.id())).eTag(Versions.tag(added.version()))
                .body(View.of(added));
    }

    @PutMapping("/{id}")
    ResponseEntity<View> change(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Helpline.Plan plan) {
        int version = seen(id, ifMatch);
        return answer(helplines.change(id, version, plan));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> remove(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        helplines.remove(id, seen(id, ifMatch));
        return ResponseEntity.noContent().build();
    }

    /** Somebody just tried it, and it works. */
    @PostMapping("/{id}/tested")
    ResponseEntity<View> tested(@PathVariable long id) {
        return answer(helplines.tested(id).orElseThrow(Problem::notFound));
    }

    private int seen(long id, @Nullable String ifMatch) {
        int version = find(id).version();
        Versions.check(ifMatch, version);
        return version;
    }

    private Helpline find(long id) {
        return helplines.find(id).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<View> answer(Helpline one) {
        return Versions.ok(View.of(one), one.version());
    }
}
