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

/** Who is rung for crisis calls. What is changed here rings with app and database dead. */
@RestController
@AdminOnly
@RequestMapping("/admin/duty")
class DutyController {
    private final DutyRoster roster;

    DutyController(DutyRoster roster) {
        this.roster = roster;
    }

    /** @param testedAt when somebody last tried it */
    @Schema(name = "DutyPhone")
    record View(long id, @JsonUnwrapped DutyPhone.Plan plan, @Nullable Instant testedAt, int version) {

        static View of(DutyPhone one) {
            return new View(one.id(), one.plan(), one.testedAt(), one.version());
        }
    }

    @GetMapping
    PageOf<View> all(@Valid Paging paging) {
        List<DutyPhone> all = roster.all();
        return PageOf.of(all.stream().skip(paging.offset()).limit(paging.size()).map(View::of).toList(), paging,
                all.size());
    }

    @GetMapping("/{id}")
    ResponseEntity<View> one(@PathVariable long id) {
        return answer(find(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> add(@Valid @RequestBody DutyPhone.Plan plan) {
        DutyPhone added = roster.add(plan);
        return ResponseEntity.created(URI.create("/admin/duty/" + added.id())).eTag(Versions.tag(added.version()))
                .body(View.of(added));
    }

    @PutMapping("/{id}")
    ResponseEntity<View> change(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DutyPhone.Plan plan) {
        int version = seen(id, ifMatch);
        return answer(roster.change(id, version, plan));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> remove(@PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        roster.remove(id, seen(id, ifMatch));
        return ResponseEntity.noContent().build();
    }

    /** Somebody just tried it, and it works. */
    @PostMapping("/{id}/tested")
    ResponseEntity<View> tested(@PathVariable long id) {
        return answer(roster.tested(id).orElseThrow(Problem::notFound));
    }

    private int seen(long id, @Nullable String ifMatch) {
        int version = find(id).version();
        Versions.check(ifMatch, version);
        return version;
    }

    private DutyPhone find(long id) {
        return roster.find(id).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<View> answer(DutyPhone one) {
        return Versions.ok(View.of(one), one.version());
    }
}
