package np.saathi.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import np.saathi.account.AdminOnly;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;

@RestController
@AdminOnly
class AuditController {
    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    /** The newest first. */
    @GetMapping("/admin/audit")
    PageOf<Action> find(@RequestParam(required = false) @Pattern(regexp = "[1-9]{6}") @Nullable String account,
            @RequestParam(required = false) @Pattern(regexp = "GET|POST|PUT|PATCH|DELETE") @Nullable String method,
            @RequestParam(required = false) @Size(max = 120) @Nullable String route,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to, @Valid Paging paging) {
        AuditLog.Filter filter = new AuditLog.Filter(account, method, route, from, to);
        return PageOf.of(log.find(filter, paging.offset(), paging.size()), paging, log.count(filter));
    }
}
