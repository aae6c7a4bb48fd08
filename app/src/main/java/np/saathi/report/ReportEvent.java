package np.saathi.report;

import java.time.Instant;
import java.util.UUID;

/**
 * What was told in a report and must not wait. Published in the transaction that keeps the report, and kept until it is
 * done (ADR 0010): plain types, and no account. {@code id} is random; the same when it is told again.
 */
public sealed interface ReportEvent {

    UUID id();

    long sessionId();

    Instant at();

    /** Somebody in this session may be in danger: the duty admin is to be rung within 5 minutes. */
    record DangerReported(UUID id, long sessionId, Instant at) implements ReportEvent {}

    /** The host who filed this report is not well: an admin is to ring them in opening hours. */
    record HostUnwell(UUID id, long reportId, long sessionId, Instant at) implements ReportEvent {}
}
