package np.saathi.access;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import np.saathi.account.Account;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.Limit;
import np.saathi.account.Password;
import np.saathi.account.RateLimits;
import np.saathi.caller.Callers;
import np.saathi.prompt.Language;
import np.saathi.volunteer.Volunteers;
import np.saathi.web.Problem;

/** New accounts. Nothing is asked that could tell who somebody is. */
@RestController
class SignUpController {
    private final Callers callers;
    private final Volunteers volunteers;
    private final Accounts accounts;
    private final Nicknames nicknames;
    private final RateLimits limits;
    private final TransactionTemplate transaction;

    SignUpController(Callers callers, Volunteers volunteers, Accounts accounts, Nicknames nicknames, RateLimits limits,
            TransactionTemplate transaction) {
        this.callers = callers;
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.nicknames = nicknames;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** @param category what they care about most; may be left out */
    record SignUp(@NotNull @Pattern(regexp = "USER|CMHV", message = "must be USER or CMHV") String role,
            @NotNull @Pattern(regexp = "[a-z]{2,3}", message = "must be a language code such as ne") String language,
            @Nullable @Size(max = 32) String category, @NotNull @Size(min = 12, max = 128) String password) {

        @Override
        public String toString() {
            return "SignUp[" + role + "]";
        }
    }

    /** @param pending whether an admin has to approve the account before it can be used */
    record SignedUp(AccountId id, String nickname, boolean pending) {}

    @PostMapping("/signup")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SignedUp> signUp(@Valid @RequestBody SignUp wish, HttpServletRequest request) {
        limits.take(Limit.SIGNUP_FROM_ADDRESS, ClientAddress.of(request));
        boolean volunteer = wish.role.equals("CMHV");
        Language language = new Language(wish.language);
        Account account;
        try {
            account = transaction.execute(status -> {
                Account made = volunteer
                        ? volunteers.apply(language, Optional.ofNullable(wish.category))
                        : callers.signUp(language, Optional.ofNullable(wish.category));
                accounts.setPassword(made.id(), new Password(wish.password));
                return made;
            });
        } catch (DataIntegrityViolationException nothingSuch) {
            throw Problem.unprocessable("unknown-choice", "There is no such language or category");
        }
        return ResponseEntity.created(URI.create("/account"))
                .body(new SignedUp(account.id(), nicknames.words(account.nickname(), language), volunteer));
    }
}
