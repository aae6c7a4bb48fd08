package np.saathi.access;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import np.saathi.account.Account;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.GuardedPins;
import np.saathi.account.Limit;
import np.saathi.account.Password;
import np.saathi.account.Pin;
import np.saathi.account.PinPlace;
import np.saathi.account.PinTry;
import np.saathi.account.RateLimits;
import np.saathi.account.Role;
import np.saathi.account.SignedIn;
import np.saathi.caller.Callers;
import np.saathi.prompt.Language;
import np.saathi.volunteer.Volunteers;
import np.saathi.web.Problem;

/** One's own account. */
@RestController
@RequestMapping("/account")
class AccountController {
    private final Accounts accounts;
    private final Callers callers;
    private final Volunteers volunteers;
    private final Nicknames nicknames;
    private final RateLimits limits;
    private final WebSessions sessions;
    private final GuardedPins pins;

    AccountController(Accounts accounts, Callers callers, Volunteers volunteers, Nicknames nicknames, RateLimits limits,
            WebSessions sessions, GuardedPins pins) {
        this.pins = pins;
        this.accounts = accounts;
        this.callers = callers;
        this.volunteers = volunteers;
        this.nicknames = nicknames;
        this.limits = limits;
        this.sessions = sessions;
    }

    /** @param language in which they are spoken to, or would host; an admin has none */
    @Schema(name = "Account")
    record Self(AccountId id, String nickname, Role role, @Nullable Language language) {}

    record NewPassword(@NotNull @Size(max = 1000) String current, @NotNull @Size(min = 12, max = 128) String password) {

        @Override
        public String toString() {
            return "[passwords]";
        }
    }

    /** @param password the present one: who finds a browser signed in must not be able to take the account */
    record NewPin(@NotNull @Size(max = 1000) String password,
            @NotNull @Pattern(regexp = "[1-9]{4,8}", message = "must be 4 to 8 digits 1 to 9") String pin) {

        @Override
        public String toString() {
            return "[a password and a PIN]";
        }
    }

    /** @param pin the one that was set by phone, or that a volunteer got with the id */
    record Claim(@NotNull @Size(max = 32) String id, @NotNull @Size(max = 32) String pin,
            @NotNull @Size(min = 12, max = 128) String password) {

        @Override
        public String toString() {
            return "Claim[" + id + "]";
        }
    }

    @GetMapping
    Self self(@AuthenticationPrincipal SignedIn who) {
        Account account = accounts.find(who.id()).orElseThrow(Problem::notFound);
        Optional<Language> language = callers.languageOf(who.id())
                .or(() -> volunteers.find(who.id()).flatMap(volunteer -> nicknames.preferred(volunteer.languages())));
        return new Self(account.id(), nicknames.words(account.nickname(), language.orElseGet(nicknames::usual)),
                account.role(), language.orElse(null));
    }

    /** Signs all other browsers and clients of the account out. */
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody NewPassword change,
            HttpServletRequest request) {
        prove(who, change.current);
        accounts.setPassword(who.id(), new Password(change.password));
        sessions.endOthers(who.id(), request);
    }

    @PostMapping("/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePin(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody NewPin change) {
        prove(who, change.password);
        Pin pin = new Pin(change.pin);
        if (who.role() == Role.CMHV ? volunteers.weak(who.id(), pin) : pin.guessable()) {
            throw Problem.unprocessable("weak-pin", "That PIN is too easy to guess");
        }
        accounts.setPin(who.id(), pin);
    }

    /** For who is known by phone: opens the account on the web too. Once it has a password, only that opens it there. */
    @PostMapping("/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@Valid @RequestBody Claim claim, HttpServletRequest request) {
        limits.take(Limit.PIN_FROM_ADDRESS, ClientAddress.of(request));
        limits.take(Limit.PIN_OF_ID, claim.id);
        Account account = unlocked(claim)
                .orElseThrow(() -> Problem.of(HttpStatus.UNAUTHORIZED, "wrong-credentials", "Id or PIN is wrong"));
        limits.giveBack(Limit.PIN_FROM_ADDRESS, ClientAddress.of(request));
        limits.giveBack(Limit.PIN_OF_ID, claim.id);
        if (account.hasPassword()) {
            throw Problem.conflict("has-password", "This account has a password already");
        }
        accounts.setPassword(account.id(), new Password(claim.password));
    }

    private Optional<Account> unlocked(Claim claim) {
        Optional<AccountId> id = AccountId.parse(claim.id);
        Optional<Pin> pin = Pin.parse(claim.pin);
        if (id.isEmpty() || pin.isEmpty()) {
            return accounts.unlockByPin(claim.id, claim.pin); // there is none such, after the same time
        }
        boolean volunteer = accounts.find(id.get()).filter(one -> one.role() == Role.CMHV).isPresent();
        boolean weak = volunteer && volunteers.weak(id.get(), pin.get());
        return pins.look(id.get(), pin.get(), volunteer ? Role.CMHV : Role.USER, PinPlace.ELSEWHERE,
                weak) instanceof PinTry.Right right ? Optional.of(right.account()) : Optional.empty();
    }

    /** Forget me. A ban's hash stays until it ends. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        accounts.leave(who.id());
        sessions.end(request, response);
    }

    private void prove(SignedIn who, String password) {
        limits.take(Limit.LOGIN_OF_ID, who.id().value());
        if (accounts.unlock(who.id().value(), password).isEmpty()) {
            throw Problem.unprocessable("wrong-password", "The present password is wrong");
        }
        limits.giveBack(Limit.LOGIN_OF_ID, who.id().value());
    }
}
