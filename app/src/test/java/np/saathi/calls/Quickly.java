package np.saathi.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.pstn.Phone;

/** How fast the line does what a caller waits for. */
final class Quickly {
    /** A key stops what is said within it (product.md). */
    static final Duration A_KEY = Duration.ofMillis(300);

    private Quickly() {}

    /**
     * Fails where the line took longer than it may on an idle machine, or as much more as this one is slower; what the
     * machine stood still meanwhile does not count.
     */
    static void follows(Phone phone, Duration asked, Duration done, Duration limit) {
        Duration stood = phone.heard().stoodStill(asked, done);
        assertThat(done.minus(asked)).as("time taken, with %d ms of standstill of the machine", stood.toMillis())
                .isLessThan(MachineSpeed.stretched(limit).plus(stood));
    }
}
