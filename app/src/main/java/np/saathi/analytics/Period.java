package np.saathi.analytics;

import java.time.LocalDate;

/**
 * Days in Nepal, both included.
 *
 * @param name e.g. {@code 2026-11}, or {@code 2083/84} for a fiscal year
 */
record Period(String name, LocalDate from, LocalDate to) {}
