-- Totals of who was in groups, for the time after which nobody's own times are kept.
CREATE TABLE attendance_day (
    day      DATE        NOT NULL COMMENT 'Nepal time, when the seat was taken',
    category VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the session',
    role     VARCHAR(8)  NOT NULL COMMENT 'CALLER, HOST',
    outcome  VARCHAR(16) NOT NULL,
    people   INT         NOT NULL,
    entered  INT         NOT NULL COMMENT 'how many of them came into the room',
    seconds  BIGINT      NOT NULL COMMENT 'from first coming into the room to giving the seat up, all together',
    PRIMARY KEY (day, category, language, role, outcome)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Totals of participations, by day';
