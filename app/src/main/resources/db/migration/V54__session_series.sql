-- A session that comes every week: the pattern from which the coming weeks are planned.
CREATE TABLE session_series (
    id               BIGINT       NOT NULL AUTO_INCREMENT,
    version          INT          NOT NULL,
    category         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language         VARCHAR(3)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title            VARCHAR(120) NOT NULL,
    duration_minutes SMALLINT     NOT NULL,
    capacity         TINYINT      NOT NULL,
    next_at          DATETIME(3)  NOT NULL COMMENT 'UTC; start of the first week that is not planned yet',
    ended            BOOLEAN      NOT NULL,
    PRIMARY KEY (id),
    KEY session_series_next (ended, next_at),
    CONSTRAINT session_series_category FOREIGN KEY (category) REFERENCES category (code),
    CONSTRAINT session_series_language FOREIGN KEY (language) REFERENCES line_language (code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Weekly sessions';
