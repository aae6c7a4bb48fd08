package np.saathi.access;

import java.time.Instant;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import np.saathi.account.AccountId;
import np.saathi.account.GuardedPins;
import np.saathi.account.SignedIn;
import np.saathi.volunteer.HostCodes;
import np.saathi.volunteer.Volunteers;
import np.saathi.web.Problem;

/** When too many PINs were wrong: who may try again, and how a host gets in meanwhile. */
@RestController
class PinController {
    private final GuardedPins pins;
    private final HostCodes hostCodes;
    private final Volunteers volunteers;

    PinController(GuardedPins pins, HostCodes hostCodes, Volunteers volunteers) {
        this.pins = pins;
        this.hostCodes = hostCodes;
        this.volunteers = volunteers;
    }

    @Schema(name = "HostCode")
    record Code(@Schema(example = "482917") String code, Instant expiresAt) {

        @Override
        public String toString() {
            return "[a host code]";
        }
    }

    @PostMapping("/cmhv/host-code")
    @Operation(summary = "A one-time code that lets the own phone in when too many PINs were wrong from there")
    Code hostCode(@AuthenticationPrincipal SignedIn who) {
        HostCodes.HostCode code = hostCodes.issue(who.id());
        return new Code(code.digits(), code.expiresAt());
    }

    @PostMapping("/cmhv/pin-opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let unknown phones try the own PIN again")
    void open(@AuthenticationPrincipal SignedIn who) {
        pins.open(who.id());
    }

    @PostMapping("/admin/volunteers/{id}/pin-opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let unknown phones try this volunteer's PIN again")
    void open(@PathVariable String id) {
        AccountId account = AccountId.parse(id).filter(known -> volunteers.find(known).isPresent())
                .orElseThrow(Problem::notFound);
        pins.open(account);
    }

    @PostMapping("/admin/pin-opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let unknown phones try PINs again, on all accounts, after a look at what was tried")
    void openAll() {
        pins.openAll();
    }
}
