-- What a caller recorded and neither sent nor threw away. The voice is an encrypted file of this name; both go after a day.
CREATE TABLE unsent_voice (
    caller_id   CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random; of the voice''s file too',
    in_reply_to BIGINT      NULL,
    kept_at     DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (caller_id),
    UNIQUE KEY unsent_voice_name (name),
    KEY unsent_voice_kept_at (kept_at),
    KEY unsent_voice_reply (in_reply_to),
    CONSTRAINT unsent_voice_caller FOREIGN KEY (caller_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT unsent_voice_reply FOREIGN KEY (in_reply_to) REFERENCES private_message (id) ON DELETE SET NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Recordings that wait for a decision';
