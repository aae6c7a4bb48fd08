package np.saathi.safety;

import org.springframework.stereotype.Component;

/** The help numbers that flows speak themselves. */
@Component
public class HelpNumbers {
    private static final String CHILDREN = "helpline.children";
    private final CrisisProperties settings;

    HelpNumbers(CrisisProperties settings) {
        this.settings = settings;
        children();
    }

    /**
     * The children's help line, as digits.
     *
     * @throws IllegalStateException at the start of the app, when none is configured
     */
    public String children() {
        return settings.others().stream().filter(number -> number.prompt().equals(CHILDREN)).findFirst()
                .orElseThrow(() -> new IllegalStateException("saathi.crisis.others lacks " + CHILDREN)).digits();
    }
}
