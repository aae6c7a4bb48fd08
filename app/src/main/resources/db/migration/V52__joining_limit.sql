-- How often somebody entered a wrong join code or ordered a callback. Never who: only keyed hashes.
CREATE TABLE joining_limit (
    who_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash of limit and phone or account',
    used     TINYINT     NOT NULL,
    until_at DATETIME(3) NOT NULL COMMENT 'UTC; then all is forgiven, and the row goes',
    PRIMARY KEY (who_hash),
    KEY joining_limit_until (until_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Limits of joining';
