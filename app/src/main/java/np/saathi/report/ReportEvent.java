package np.saathi.report;

import java.time.Instant;

import np.saathi.account.AccountId;

/** What was told in a report and must not wait. Published in the transaction that keeps the report. */
public sealed interface ReportEvent {

    Instant at();

    /** Somebody in this session may be in danger: the duty admin is to be rung within 5 minutes. */
    record DangerReported(long sessionId, AccountId host, Instant at) implements ReportEvent {}

    /** @param wellbeing 1 or 2 of 5: an admin is to ring them in opening hours */
    record HostUnwell(AccountId host, int wellbeing, Instant at) implements ReportEvent {}
}
