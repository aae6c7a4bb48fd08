package np.saathi.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.GuardedPins;
import np.saathi.prompt.Language;
import np.saathi.telephony.LineNumbers;
import np.saathi.telephony.PhoneNumber;
import np.saathi.volunteer.Application;
import np.saathi.volunteer.Training;
import np.saathi.volunteer.Volunteer;
import np.saathi.volunteer.VolunteerDesk;
import np.saathi.volunteer.VolunteerTerms;
import np.saathi.volunteer.Volunteers;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;

/** Admins look after volunteers: approve, train, agree on what they do. */
@RestController
@RequestMapping("/admin/volunteers")
class VolunteerController {
    private static final String PHONE = "[+\\p{Nd}\\p{Zs}().\\p{Pd}]{7,24}";
    private final Volunteers volunteers;
    private final VolunteerDesk desk;
    private final Accounts accounts;
    private final Nicknames nicknames;
    private final LineNumbers line;
    private final GuardedPins pins;

    VolunteerController(Volunteers volunteers, VolunteerDesk desk, Accounts accounts, Nicknames nicknames,
            LineNumbers line, GuardedPins pins) {
        this.volunteers = volunteers;
        this.desk = desk;
        this.accounts = accounts;
        this.nicknames = nicknames;
        this.line = line;
        this.pins = pins;
    }

    /**
     * Sessions at most.
     *
     * @param day absent: as many as the line allows
     * @param week as day
     */
    @Schema(name = "VolunteerCaps")
    record Caps(@Min(1) @Max(10) @Nullable Integer day, @Min(1) @Max(40) @Nullable Integer week) {}

    /** @param phone told of one volunteer, never in lists */
    @Schema(name = "Volunteer")
    record View(AccountId id, @Schema(example = "Blue Hill") String nickname, Training training,
            Set<Language> languages, @Schema(example = "[\"stress\"]") Set<String> categories, Caps caps,
            boolean reserve, boolean suspended, boolean hasPhone,
            @Schema(description = "Told of one volunteer, never in lists") @Nullable String phone,
            @Schema(description = "Too many PINs were wrong, until somebody opens it; told of one volunteer, "
                    + "never in lists") @Nullable Boolean pinClosed,
            int version) {

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /** @param suspended absent: no */
    record Terms(@NotNull Training training, @NotEmpty @Size(max = 10) Set<@NotNull Language> languages,
            @NotNull @Size(max = 50) Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,32}") String> categories,
            @Valid @Nullable Caps caps, @NotNull Boolean reserve, @Nullable Boolean suspended,
            @Pattern(regexp = PHONE) @Nullable String phone) {

        @Override
        public String toString() {
            return "Terms[" + training + "]";
        }

        private VolunteerTerms agreed() {
            return new VolunteerTerms(training, languages, categories,
                    Optional.ofNullable(caps == null ? null : caps.day),
                    Optional.ofNullable(caps == null ? null : caps.week), reserve, Boolean.TRUE.equals(suspended));
        }
    }

    record Approval(@NotNull Training training, @NotEmpty @Size(max = 10) Set<@NotNull Language> languages,
            @NotNull @Size(max = 50) Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,32}") String> categories) {}

    record Pending(AccountId id, @Schema(example = "Blue Hill") String nickname, Language language,
            @Schema(example = "stress") @Nullable String category, Instant appliedAt) {}

    @GetMapping
    @Operation(summary = "Volunteers who were approved")
    PageOf<View> list(@Valid @ParameterObject Paging paging, @RequestParam @Nullable Training training,
            @RequestParam @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
            @RequestParam @Nullable @Pattern(regexp = "[a-z0-9-]{1,32}") String category) {
        VolunteerDesk.Search search = new VolunteerDesk.Search(Optional.ofNullable(training),
                Optional.ofNullable(language).map(Language::new), Optional.ofNullable(category));
        return PageOf.of(desk.find(search, paging.size(), paging.offset()), paging, desk.count(search))
                .map(volunteer -> view(volunteer, false));
    }

    @GetMapping("/pending")
    @Operation(summary = "Who signed up and waits for approval, the longest first")
    PageOf<Pending> pending(@Valid @ParameterObject Paging paging) {
        List<Application> all = volunteers.pending();
        return PageOf.of(all.stream().skip(paging.offset()).limit(paging.size()).toList(), paging, all.size())
                .map(application -> new Pending(application.account(), nickname(application.account()),
                        application.language(), application.category().orElse(null), application.appliedAt()));
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Approve who signed up: from now on they can sign in")
    ResponseEntity<View> approve(@PathVariable String id, @Valid @RequestBody Approval approval) {
        Volunteer volunteer = sensible(() -> volunteers.approve(accountId(id), approval.training, approval.languages,
                approval.categories)).orElseThrow(Problem::notFound);
        return Versions.ok(view(volunteer, true), volunteer.version());
    }

    @DeleteMapping("/{id}/application")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuse who signed up: their account is deleted")
    void refuse(@PathVariable String id) {
        if (!volunteers.refuse(accountId(id))) {
            throw Problem.notFound();
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "One volunteer, phone included")
    ResponseEntity<View> one(@PathVariable String id) {
        Volunteer volunteer = find(accountId(id));
        return Versions.ok(view(volunteer, true), volunteer.version());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Training, languages, categories, caps, reserve, suspended, phone")
    ResponseEntity<View> agree(@PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Terms terms) {
        Volunteer seen = find(accountId(id));
        Versions.check(ifMatch, seen.version());
        Optional<PhoneNumber> phone = Optional.ofNullable(terms.phone)
                .map(text -> PhoneNumber.typed(text).filter(PhoneNumber::isOfNepal)
                        .filter(number -> !line.isOwn(number)).orElseThrow(() -> Problem
                                .unprocessable("phone",
                                        "This can't be the number of a phone in Nepal; we ring no other")));
        Volunteer agreed = sensible(() -> desk.agree(seen.account(), terms.agreed(), phone, seen.version()));
        if (agreed.suspended()) {
            accounts.signOut(agreed.account());
        }
        return Versions.ok(view(agreed, true), agreed.version());
    }

    private interface Change<T> {
        T make();
    }

    private static <T> T sensible(Change<T> change) {
        try {
            return change.make();
        } catch (DataIntegrityViolationException e) {
            throw Problem.unprocessable("unknown-language-or-category", "The line has no such language or category");
        }
    }

    private Volunteer find(AccountId id) {
        return volunteers.find(id).orElseThrow(Problem::notFound);
    }

    private static AccountId accountId(String id) {
        return AccountId.parse(id).orElseThrow(Problem::notFound);
    }

    private View view(Volunteer volunteer, boolean withPhone) {
        String phone = withPhone ? desk.phoneOf(volunteer).map(number -> "+" + number.digits()).orElse(null) : null;
        return new View(volunteer.account(), nickname(volunteer.account()), volunteer.training(),
                volunteer.languages(), volunteer.categories(),
                new Caps(volunteer.dailySessions().orElse(null), volunteer.weeklySessions().orElse(null)),
                volunteer.reserve(), volunteer.suspended(), volunteer.hasPhone(), phone,
                withPhone ? pins.isClosed(volunteer.account()) : null, volunteer.version());
    }

    private String nickname(AccountId id) {
        return accounts.find(id).map(account -> nicknames.words(account.nickname(), nicknames.usual())).orElse("");
    }
}
