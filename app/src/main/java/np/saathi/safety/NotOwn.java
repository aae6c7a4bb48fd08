package np.saathi.safety;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import np.saathi.telephony.LineNumbers;
import np.saathi.telephony.PhoneNumber;

/** None of this line's own numbers, in whatever shape: nobody in need is told to call where they are already. */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotOwn.Check.class)
@interface NotOwn {

    String message() default "must be none of this line's own numbers";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is not ours to refuse. */
    final class Check implements ConstraintValidator<NotOwn, String> {
        private final ObjectProvider<LineNumbers> line;

        Check(ObjectProvider<LineNumbers> line) {
            this.line = line;
        }

        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || PhoneNumber.parse(number).stream()
                    .noneMatch(parsed -> line.stream().anyMatch(own -> own.isOwn(parsed)));
        }
    }
}
