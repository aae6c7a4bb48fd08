-- What volunteers gave, by day. It tells nothing of callers, so it is exact.
CREATE TABLE hosted (
    day      DATE        NOT NULL COMMENT 'in Nepal',
    category VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sessions INT         NOT NULL DEFAULT 0,
    minutes  INT         NOT NULL DEFAULT 0 COMMENT 'of hosts in rooms',
    PRIMARY KEY (day, category, language)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Sessions held and volunteers'' time';
