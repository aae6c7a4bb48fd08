-- How much of a limit is used up. Bucket4j's table; its key is a keyed hash, so that no address or id stands here.
CREATE TABLE rate_limit (
    id         CHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash of limit and whom it holds',
    state      VARBINARY(512) NULL,
    expires_at BIGINT         NULL COMMENT 'UTC, milliseconds: full again, so the row may go',
    PRIMARY KEY (id),
    KEY rate_limit_expires_at (expires_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Rate limits';
