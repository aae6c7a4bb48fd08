-- Phones of the house, left out of statistics.
CREATE TABLE test_phone (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    label       VARCHAR(80)  NOT NULL COMMENT 'for the panel; the number itself is not kept',
    hash        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as in caller_key',
    key_version INT UNSIGNED NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY test_phone_hash (hash)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Test phones';
