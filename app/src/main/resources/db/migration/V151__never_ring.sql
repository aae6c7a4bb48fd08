-- Phones at which somebody said "never ring this phone again": asked before every call to a caller.
CREATE TABLE never_ring (
    hash        CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_version INT UNSIGNED NOT NULL,
    since       DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (hash)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Phones that are never rung';
