package np.saathi.safety;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** Fills an empty database from the configuration, once: from then on the panel decides, an emptied roster too. */
@Component
class RosterSeed {
    private final CrisisProperties settings;
    private final DutyRoster duty;
    private final Helplines helplines;
    private final RosterState state;
    private final Validator validator;

    RosterSeed(CrisisProperties settings, DutyRoster duty, Helplines helplines, RosterState state,
            Validator validator) {
        this.settings = settings;
        this.duty = duty;
        this.helplines = helplines;
        this.state = state;
        this.validator = validator;
    }

    /** @throws ConstraintViolationException when the configuration would have an emergency service dialled */
    @Transactional
    public void plant() {
        if (!state.begin()) {
            return;
        }
        int position = 0;
        for (CrisisProperties.Duty phone : settings.duty()) {
            position++;
            duty.insert(checked(new DutyPhone.Plan("Phone " + position, phone.number(), position, phone.times(),
                    phone.days(), When.ALWAYS)));
        }
        position = 0;
        for (CrisisProperties.Helpline line : settings.helplines()) {
            helplines.insert(checked(new Helpline.Plan(line.prompt(), line.dial(), null, null, ++position,
                    line.times(), line.days(), line.languages())));
        }
        plant(settings.spoken(), Helpline.Reading.FIRST, position);
        plant(settings.others(), Helpline.Reading.MORE, position + settings.spoken().size());
    }

    private void plant(List<CrisisProperties.Spoken> numbers, Helpline.Reading reading, int after) {
        int position = after;
        for (CrisisProperties.Spoken number : numbers) {
            helplines.insert(checked(new Helpline.Plan(number.prompt(), null, number.digits(), reading, ++position,
                    When.ALWAYS, When.ALWAYS, When.ALWAYS)));
        }
    }

    private <P> P checked(P plan) {
        Set<ConstraintViolation<P>> wrong = validator.validate(plan);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException("saathi.crisis has what can't be", wrong);
        }
        return plan;
    }
}
