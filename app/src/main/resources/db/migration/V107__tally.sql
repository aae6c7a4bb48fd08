-- What is counted besides calls, until the day's roll-up.
CREATE TABLE tally (
    event_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random; an event told twice counts once',
    figure   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day      DATE        NOT NULL COMMENT 'in Nepal',
    category VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'empty: of the line as a whole',
    language VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as category',
    amount   INT         NOT NULL,
    PRIMARY KEY (event_id, figure),
    KEY tally_day (day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Counts of days that are not rolled up';
