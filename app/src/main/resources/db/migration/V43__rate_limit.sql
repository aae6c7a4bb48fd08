-- How much of a limit is used up. The key is a keyed hash, so that no address and no id stands here.
CREATE TABLE rate_limit (
    id      CHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash of limit and whom it holds',
    state   VARBINARY(512) NOT NULL COMMENT 'Bucket4j''s own',
    full_at BIGINT         NOT NULL COMMENT 'UTC, milliseconds: nothing is used up from then on, and the row goes',
    PRIMARY KEY (id),
    KEY rate_limit_full_at (full_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Rate limits';
