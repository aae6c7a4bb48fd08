-- What a host said by phone in addition to a report. In the row itself, not in a file: so it goes with its report.
CREATE TABLE report_voice (
    report_id BIGINT     NOT NULL,
    voice     MEDIUMBLOB NOT NULL COMMENT 'A-law, two minutes at most, encrypted by a key outside the database',
    PRIMARY KEY (report_id),
    CONSTRAINT report_voice_report FOREIGN KEY (report_id) REFERENCES session_report (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Voice notes of reports';
