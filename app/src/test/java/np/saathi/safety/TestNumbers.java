package np.saathi.safety;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Help numbers as they are configured by default. */
public final class TestNumbers {

    private TestNumbers() {}

    public static HelpNumbers children(String digits) {
        return new HelpNumbers(new CrisisProperties(Path.of("no-such-file"), List.of(), List.of(),
                List.of(new CrisisProperties.Spoken("helpline.suicide", "1166")),
                List.of(new CrisisProperties.Spoken("helpline.children", digits)), Duration.ofHours(1),
                Duration.ofMinutes(2)));
    }
}
