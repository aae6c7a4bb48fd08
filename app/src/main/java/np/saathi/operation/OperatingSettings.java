package np.saathi.operation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import np.saathi.retention.Retention;

/**
 * All that admins set in the panel, with the bounds of each value. The defaults are those of product.md, "Operating".
 *
 * @param closedNow groups are closed, whatever the hours say; everything else of the line goes on
 * @param hours when groups are open, in Nepal time; a day that is not named is closed
 * @param holidays days on which groups are closed
 */
public record OperatingSettings(boolean closedNow,
        @NotNull Map<DayOfWeek, @NotNull @Size(max = 6) List<@NotNull @Valid OpeningHours>> hours,
        @NotNull @Size(max = 100) List<@NotNull @Valid Holiday> holidays, @NotNull @Valid Limits limits,
        @NotNull @Valid ShortCalls shortCalls, @NotNull @Valid LateHost lateHost, @NotNull @Valid Caps caps,
        @NotNull @Valid BanTimes bans, @NotNull @Valid Retention retention) {

    /** Open at all hours: until the operator sets others, only the sessions' own times decide. */
    public static final OperatingSettings DEFAULT = new OperatingSettings(false, alwaysOpen(), List.of(),
            new Limits(120, 15, 120), new ShortCalls(20, 10, 60, 15), new LateHost(25, 2, 5, 15), new Caps(2, 6, 30),
            new BanTimes(30, 7), Retention.DEFAULT);

    /** Every day is named, so that what is stored tells a closed day from one that was left out. */
    public OperatingSettings {
        // What is missing is for the validator to name, by its path.
        if (hours != null) {
            Map<DayOfWeek, List<OpeningHours>> whole = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                whole.put(day, hours.getOrDefault(day, List.of()));
            }
            hours = whole;
        }
    }

    private static Map<DayOfWeek, List<OpeningHours>> alwaysOpen() {
        Map<DayOfWeek, List<OpeningHours>> always = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            always.put(day, List.of(OpeningHours.ALL_DAY));
        }
        return always;
    }

    /** @param name for the panel */
    public record Holiday(@NotNull LocalDate date, @NotBlank @Size(max = 80) String name) {}

    /**
     * @param callMinutes the longest call
     * @param waitingMinutes the longest waiting for a host
     * @param talkMinutesADay after so many in groups a caller hears a friendly word; nobody is blocked
     */
    public record Limits(@Min(10) @Max(240) int callMinutes, @Min(1) @Max(60) int waitingMinutes,
            @Min(30) @Max(1440) int talkMinutesADay) {}

    /**
     * More than so many calls under so many seconds in this time: no group for a while. 0 works.
     *
     * @param calls from one phone
     * @param seconds under which a call is short
     * @param withinMinutes in which they are counted
     * @param pauseMinutes in which no group is joined
     */
    public record ShortCalls(@Min(5) @Max(200) int calls, @Min(1) @Max(60) int seconds,
            @Min(5) @Max(1440) int withinMinutes, @Min(1) @Max(120) int pauseMinutes) {}

    /**
     * What is done when a session should have begun and has no host. Minutes after its start.
     *
     * @param ringSeconds how long each volunteer is rung
     * @param reserveMinutes then the reserve of the language is rung too
     * @param otherChoicesMinutes then callers are offered another group, a callback, a message
     * @param giveUpMinutes then the session is cancelled and an admin is rung
     */
    public record LateHost(@Min(10) @Max(60) int ringSeconds, @Min(0) @Max(30) int reserveMinutes,
            @Min(1) @Max(60) int otherChoicesMinutes, @Min(2) @Max(120) int giveUpMinutes) {}

    /** What is asked of one volunteer at most, and the rest between two sessions. */
    public record Caps(@Min(1) @Max(10) int sessionsADay, @Min(1) @Max(40) int sessionsAWeek,
            @Min(0) @Max(480) int minutesBetween) {}

    /**
     * @param days how long a ban lasts where nothing else is said; 90 at most, always
     * @param reviewDays after so many it is to be looked at again
     */
    public record BanTimes(@Min(1) @Max(BanTimes.LONGEST) int days, @Min(1) @Max(30) int reviewDays) {
        /** A ban is on a phone, maybe on a household: never for longer than this. */
        public static final int LONGEST = 90;
    }
}
