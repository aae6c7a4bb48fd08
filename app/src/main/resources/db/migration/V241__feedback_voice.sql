-- What a participant said by phone in addition to a rating. Played to hosts and admins under a random name, never with whose it is.
CREATE TABLE feedback_voice (
    participant_id BIGINT      NOT NULL,
    name           CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random',
    voice          MEDIUMBLOB  NOT NULL COMMENT 'A-law, two minutes at most, encrypted by a key outside the database',
    given_at       DATETIME(3) NOT NULL COMMENT 'UTC',
    heard_at       DATETIME(3) NULL COMMENT 'UTC; when it was first played',
    PRIMARY KEY (participant_id),
    UNIQUE KEY feedback_voice_name (name),
    KEY feedback_voice_given_at (given_at),
    CONSTRAINT feedback_voice_feedback FOREIGN KEY (participant_id) REFERENCES feedback (participant_id)
        ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Voice notes of ratings';
