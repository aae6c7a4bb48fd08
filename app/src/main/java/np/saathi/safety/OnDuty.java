package np.saathi.safety;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import np.saathi.prompt.Language;
import np.saathi.telephony.PhoneNumber;

/** Who of the duty roster may be rung at this moment. */
@Service
public class OnDuty {
    private final DutyRoster roster;
    private final Clock clock;

    OnDuty(DutyRoster roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * One phone of the roster. Prints without its number.
     *
     * @param label whose it is, for the panel
     */
    public record Phone(long id, String label, PhoneNumber number, List<String> languages) {

        /** The wanted language if this person speaks it, else one that they do. */
        public Language speakTo(Language wanted) {
            return languages.contains(When.ALWAYS) || languages.contains(wanted.code())
                    ? wanted
                    : new Language(languages.getFirst());
        }
    }

    /** In the order in which they are rung. */
    public List<Phone> now() {
        return roster.all().stream().filter(one -> When.covers(one.plan().times(), one.plan().days(), clock.instant()))
                .flatMap(one -> phone(one).stream()).toList();
    }

    /** Else what would ring waits for who comes next: nobody may be told that a person is called then. */
    public boolean anybody() {
        return !now().isEmpty();
    }

    private static Optional<Phone> phone(DutyPhone one) {
        return PhoneNumber.parse(one.plan().number()).map(number -> new Phone(one.id(), one.plan().label(), number,
                Stream.of(one.plan().languages().split(" ", -1)).toList()));
    }
}
