-- Counts wrong PINs by the phone that calls, so that a stranger's tries never lock a volunteer out.
CREATE TABLE sign_in_attempt (
    phone_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        COMMENT 'keyed hash; one for all withheld numbers together',
    wrong      TINYINT     NOT NULL COMMENT 'wrong PINs, those being checked included',
    last_at    DATETIME(3) NOT NULL COMMENT 'UTC; the row means nothing once the wait has passed, and goes',
    PRIMARY KEY (phone_hash),
    KEY sign_in_attempt_last_at (last_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Wrong PINs by calling phone, for minutes';
