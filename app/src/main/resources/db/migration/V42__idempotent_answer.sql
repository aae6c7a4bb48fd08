-- Answers to requests with an Idempotency-Key, for a day.
CREATE TABLE idempotent_answer (
    key_hash     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash of account and key',
    request_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash of what was asked',
    asked_at     DATETIME(3) NOT NULL COMMENT 'UTC',
    answer       MEDIUMBLOB  NULL COMMENT 'encrypted by a key outside the database; null while it is being worked out',
    PRIMARY KEY (key_hash),
    KEY idempotent_answer_asked_at (asked_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'What was answered to whom, so that it is done once';
