package np.saathi.safety;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.media.Schema;
import np.saathi.account.AdminOnly;
import np.saathi.web.Problem;

/** Whether the exchange has the roster and the helplines as they are here. */
@RestController
@AdminOnly
class CrisisNumbersController {
    private final RosterState state;

    CrisisNumbersController(RosterState state) {
        this.state = state;
    }

    /** @param pushedAt when the exchange last got them */
    @Schema(name = "CrisisNumbers")
    record View(Instant changedAt, @Nullable Instant pushedAt, boolean upToDate) {}

    @GetMapping("/admin/crisis-numbers")
    View pushed() {
        return state.read().map(now -> new View(now.changedAt(), now.pushedAt(), now.upToDate()))
                .orElseThrow(Problem::notFound);
    }
}
