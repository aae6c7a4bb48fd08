package np.saathi.safety;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

/** The help numbers that flows speak themselves: the last known ones, so that they need no database. */
@Component
public class HelpNumbers {
    private static final String CHILDREN = "helpline.children";
    private volatile String children;

    /** @throws IllegalStateException at the start of the app, when none is configured */
    HelpNumbers(CrisisProperties settings) {
        this.children = settings.others().stream().filter(number -> number.prompt().equals(CHILDREN)).findFirst()
                .orElseThrow(() -> new IllegalStateException("saathi.crisis.others lacks " + CHILDREN)).digits();
    }

    /** Those of the panel; one that was removed there goes on to be spoken here. */
    void are(List<Helpline> helplines) {
        helplines.stream().map(Helpline::plan).filter(plan -> plan.prompt().equals(CHILDREN))
                .map(Helpline.Plan::spoken).filter(Objects::nonNull).findFirst()
                .ifPresent(digits -> children = digits);
    }

    /** The children's help line, as digits. */
    public String children() {
        return children;
    }
}
