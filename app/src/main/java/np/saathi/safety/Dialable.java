package np.saathi.safety;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import np.saathi.telephony.PhoneNumber;

/**
 * A number that we may ring by machine: in Nepal, none of this line's own, and none of the emergency services. Those
 * (police 100, ambulance 102 and their neighbours) are spoken, so that a person decides to dial them.
 */
@NotOwn
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Dialable.Check.class)
@interface Dialable {

    String message() default "must be a number in Nepal that may be rung: digits, no emergency service";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is not ours to refuse. */
    final class Check implements ConstraintValidator<Dialable, String> {
        private static final String NEPAL = "977";
        /** Of a network's or a service's own: 1166, 1098. */
        private static final int LONGEST_SHORT = 6;
        private static final String TOLL_FREE = "1660[0-9]{7}";
        private static final Set<String> EMERGENCY = Set.of("100", "101", "102", "103", "104", "112");

        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || mayBeRung(number);
        }

        private boolean mayBeRung(String number) {
            if (!number.matches("\\+?[0-9]{3,15}")) {
                return false;
            }
            boolean international = number.startsWith("+") || number.startsWith("00");
            Optional<PhoneNumber> parsed = PhoneNumber.parse(number);
            String digits = parsed.map(PhoneNumber::digits).orElse("");
            String national = digits.replaceFirst("^" + NEPAL, "").replaceFirst("^0+", "");
            boolean isSpecial = national.length() <= LONGEST_SHORT || national.matches(TOLL_FREE);
            return !EMERGENCY.contains(national) && (!international || digits.startsWith(NEPAL))
                    && (isSpecial || parsed.filter(PhoneNumber::isOfNepal).isPresent());
        }
    }
}
