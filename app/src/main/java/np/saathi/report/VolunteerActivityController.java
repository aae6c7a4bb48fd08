package np.saathi.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import np.saathi.account.AccountId;
import np.saathi.account.Accounts;
import np.saathi.account.AdminOnly;
import np.saathi.audit.Audited;
import np.saathi.report.ReportDesk.Unwell;
import np.saathi.session.Hosting;
import np.saathi.volunteer.Volunteers;
import np.saathi.web.Problem;

/** What a volunteer does for the line, and whether it wears them out: for admins, who look after them. */
@RestController
@AdminOnly
class VolunteerActivityController {
    private final Volunteers volunteers;
    private final Accounts accounts;
    private final Hosting hosting;
    private final PhoneReports phoneReports;
    private final ReportDesk desk;
    private final Clock clock;

    VolunteerActivityController(Volunteers volunteers, Accounts accounts, Hosting hosting, PhoneReports phoneReports,
            ReportDesk desk, Clock clock) {
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.hosting = hosting;
        this.phoneReports = phoneReports;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param days the days that are looked at, up to now
     * @param sessionsHeld sessions that they led, alone or beside another
     * @param minutesHeld that they were in those rooms
     * @param lastHeldAt when they last came into such a room in those days
     * @param sessionsToCome that they are assigned to
     * @param reportsDue sessions of the last week that they have not reported
     * @param lastActiveOn the day (UTC) on which they last signed in, by phone or on the web
     * @param unwell when they told that they were not well (1 or 2 of 5), the latest first
     */
    record Activity(int days, int sessionsHeld, long minutesHeld, @Nullable Instant lastHeldAt, int sessionsToCome,
            int reportsDue, @Nullable LocalDate lastActiveOn, List<Unwell> unwell) {}

    @GetMapping("/admin/volunteers/{id}/activity")
    @Audited
    @Operation(summary = "What a volunteer did, and when they were not well; each reading is in the audit log")
    Activity of(@PathVariable String id, @RequestParam(defaultValue = "30") @Min(1) @Max(90) int days) {
        AccountId account = AccountId.parse(id).filter(parsed -> volunteers.find(parsed).isPresent())
                .orElseThrow(Problem::notFound);
        Instant since = clock.instant().minus(Duration.ofDays(days));
        Hosting.Held held = hosting.since(account, since);
        return new Activity(days, held.sessions(), held.inRooms().toMinutes(), held.last(), hosting.toCome(account),
                phoneReports.due(account).size(), accounts.lastUsedOn(account).orElse(null),
                desk.unwell(account, since));
    }
}
