CREATE TABLE ban_phone (
    hash        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as in caller_key',
    ban_id      BIGINT       NOT NULL,
    key_version INT UNSIGNED NOT NULL,
    PRIMARY KEY (hash, ban_id),
    KEY ban_phone_ban (ban_id),
    CONSTRAINT ban_phone_ban FOREIGN KEY (ban_id) REFERENCES ban (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'The phones of a ban';
