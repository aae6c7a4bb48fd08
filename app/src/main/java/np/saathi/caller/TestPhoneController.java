package np.saathi.caller;

import java.net.URI;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import np.saathi.account.AdminOnly;
import np.saathi.caller.TestPhones.TestPhone;
import np.saathi.telephony.PhoneNumber;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;

/** Phones of the house. A number goes in and never comes out again. */
@RestController
@AdminOnly
@RequestMapping("/admin/test-phones")
class TestPhoneController {
    private final TestPhones phones;

    TestPhoneController(TestPhones phones) {
        this.phones = phones;
    }

    record NewTestPhone(@NotBlank @Size(max = 80) String label,
            @NotNull @Pattern(regexp = "\\+?[0-9]{3,15}") String number) {

        @Override
        public String toString() {
            return "NewTestPhone[" + label + "]";
        }
    }

    @GetMapping
    PageOf<TestPhone> all(@Valid Paging paging) {
        List<TestPhone> all = phones.all();
        return PageOf.of(all.stream().skip(paging.offset()).limit(paging.size()).toList(), paging, all.size());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TestPhone> add(@Valid @RequestBody NewTestPhone phone) {
        TestPhone added = phones.add(phone.label, PhoneNumber.typed(phone.number).orElseThrow());
        return ResponseEntity.created(URI.create("/admin/test-phones/" + added.id())).body(added);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> remove(@PathVariable long id) {
        if (!phones.remove(id)) {
            throw Problem.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
