-- Who is signed in on the web. Spring Session's own table (its MySQL schema, times in milliseconds). The id opens
-- nothing by itself: a token is the id and its keyed hash.
CREATE TABLE SPRING_SESSION (
    PRIMARY_ID            CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    SESSION_ID            CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CREATION_TIME         BIGINT       NOT NULL,
    LAST_ACCESS_TIME      BIGINT       NOT NULL,
    MAX_INACTIVE_INTERVAL INT          NOT NULL COMMENT 'seconds',
    EXPIRY_TIME           BIGINT       NOT NULL,
    PRINCIPAL_NAME        VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'account id',
    PRIMARY KEY (PRIMARY_ID),
    UNIQUE KEY SPRING_SESSION_IX1 (SESSION_ID),
    KEY SPRING_SESSION_IX2 (EXPIRY_TIME),
    KEY SPRING_SESSION_IX3 (PRINCIPAL_NAME)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Web sessions';
