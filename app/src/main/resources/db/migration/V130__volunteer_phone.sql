-- By what a volunteer's own phone is known, so that from it the PIN is enough: a keyed hash, never the number. Two
-- volunteers may share a phone; then both are asked for their id.
CREATE TABLE volunteer_phone (
    hash        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'HMAC-SHA256, hexadecimal',
    key_version INT UNSIGNED NOT NULL COMMENT 'which key made it; the newest takes over at the next call',
    account_id  CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (account_id),
    KEY volunteer_phone_hash (hash),
    CONSTRAINT volunteer_phone_volunteer FOREIGN KEY (account_id) REFERENCES volunteer (account_id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Keyed hashes of volunteers'' phones';
