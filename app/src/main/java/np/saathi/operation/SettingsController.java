package np.saathi.operation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import jakarta.validation.Valid;
import np.saathi.account.AdminOnly;
import np.saathi.web.Versions;

@RestController
@AdminOnly
@RequestMapping("/admin/settings")
class SettingsController {
    private final Operation operation;

    SettingsController(Operation operation) {
        this.operation = operation;
    }

    @GetMapping
    ResponseEntity<OperatingSettings> read() {
        Operation.Versioned now = operation.toEdit();
        return Versions.ok(now.settings(), now.version());
    }

    /** All settings, as they are to be. */
    @PutMapping
    ResponseEntity<OperatingSettings> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody OperatingSettings settings) {
        int version = operation.toEdit().version();
        Versions.check(ifMatch, version);
        Operation.Versioned changed = operation.change(settings, version);
        return Versions.ok(changed.settings(), changed.version());
    }
}
