package np.saathi.retention;

import java.time.Duration;
import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How long things are kept, in days. Of what tells something of people, the default (product.md, "Operating") is also
 * the most: it was promised.
 *
 * @param joinTimesDays when somebody was in which group; totals stay
 * @param heardVoiceDays a voice message, after it was heard
 * @param voiceDays a voice message in any case
 * @param feedbackTextDays what was said of a group in words; ratings stay
 * @param reportsDays reports of volunteers
 * @param crisisDays what happened to crisis calls
 * @param auditDays what volunteers and admins did; not less than a year, for abuse is often found late
 * @param unusedAccountDays a caller's account that nobody used
 */
public record Retention(@Min(1) @Max(90) int joinTimesDays, @Min(1) @Max(30) int heardVoiceDays,
        @Min(1) @Max(90) int voiceDays, @Min(1) @Max(180) int feedbackTextDays, @Min(30) @Max(730) int reportsDays,
        @Min(30) @Max(730) int crisisDays, @Min(365) @Max(3650) int auditDays,
        @Min(30) @Max(365) int unusedAccountDays) {

    /** As in product.md. */
    public static final Retention DEFAULT = new Retention(90, 30, 90, 180, 730, 730, 730, 365);

    /** The line in time: what is older than it, is forgotten. */
    public static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
