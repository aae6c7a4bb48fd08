-- By what a caller's phone is known again: a keyed hash, never the number. The key is outside the database.
CREATE TABLE caller_key (
    hash        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'HMAC-SHA256, hexadecimal',
    key_version INT UNSIGNED NOT NULL COMMENT 'which key made it; the newest takes over at the next call',
    account_id  CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (hash),
    KEY caller_key_account (account_id),
    KEY caller_key_version (key_version),
    CONSTRAINT caller_key_caller FOREIGN KEY (account_id) REFERENCES caller (account_id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Keyed hashes of callers'' phones';
