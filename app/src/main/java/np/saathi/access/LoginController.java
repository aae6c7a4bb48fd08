package np.saathi.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import np.saathi.account.Account;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Limit;
import np.saathi.account.RateLimits;
import np.saathi.account.Role;
import np.saathi.account.SignedIn;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.Volunteers;
import np.saathi.web.Problem;

/** In and out. */
@RestController
class LoginController {
    private final Accounts accounts;
    private final Volunteers volunteers;
    private final RateLimits limits;
    private final WebSessions sessions;

    LoginController(Accounts accounts, Volunteers volunteers, RateLimits limits, WebSessions sessions) {
        this.accounts = accounts;
        this.volunteers = volunteers;
        this.limits = limits;
        this.sessions = sessions;
    }

    record Login(@NotNull @Size(max = 32) String id, @NotNull @Size(max = 1000) String password) {

        @Override
        public String toString() {
            return "Login[" + id + "]";
        }
    }

    @Schema(name = "SignedIn")
    record Self(AccountId id, Role role) {}

    /** An unknown id and a wrong password have the same answer after the same time. */
    @PostMapping("/login")
    Self login(@Valid @RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
        String address = ClientAddress.of(request);
        limits.take(Limit.LOGIN_FROM_ADDRESS, address);
        limits.take(Limit.LOGIN_OF_ID, login.id);
        Account account = accounts.unlock(login.id, login.password).orElseThrow(() -> Problem
                .of(HttpStatus.UNAUTHORIZED, "wrong-credentials", "Id or password is wrong"));
        limits.giveBack(Limit.LOGIN_FROM_ADDRESS, address);
        limits.giveBack(Limit.LOGIN_OF_ID, login.id);
        if (account.role() == Role.CMHV) {
            Volunteer volunteer = volunteers.find(account.id()).orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN,
                    "pending", "An admin has not approved this account yet"));
            if (volunteer.suspended()) {
                throw Problem.of(HttpStatus.FORBIDDEN, "suspended", "An admin has suspended this account");
            }
        }
        SignedIn who = new SignedIn(account.id(), account.role());
        sessions.begin(who, request, response);
        return new Self(who.id(), who.role());
    }

    /** By GET, as the brief has it: the cookie is never sent from foreign pages, so nobody is signed out by a link. */
    @GetMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
    }
}
