-- What admins recorded in the place of a sentence; every instance takes it from here.
CREATE TABLE prompt_recording (
    language    VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prompt_key  VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'in prompts/script.yml',
    fingerprint CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the sound',
    wav         MEDIUMBLOB  NOT NULL COMMENT '8 kHz, 16 bits, mono',
    recorded_by CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'no foreign key: it outlives the account',
    recorded_at DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (language, prompt_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Sentences replaced by recordings';
