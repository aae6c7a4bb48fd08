package np.saathi.operation;

import java.time.LocalTime;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/**
 * A time of day in which groups are open, in Nepal time. What goes on past midnight is two of them.
 *
 * @param from the first minute
 * @param to the first minute after; 00:00 is the end of the day
 */
public record OpeningHours(@NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to) {

    static final OpeningHours ALL_DAY = new OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    @JsonIgnore
    @AssertTrue(message = "must end after it begins, on the same day (00:00 is the end of the day)")
    public boolean isForward() {
        return from == null || to == null || to.equals(LocalTime.MIDNIGHT) || to.isAfter(from);
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
}
