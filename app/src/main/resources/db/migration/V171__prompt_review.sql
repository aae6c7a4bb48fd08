-- Who approved a sentence. It counts while words and recording are those that were approved.
CREATE TABLE prompt_review (
    language    VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prompt_key  VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'in prompts/script.yml',
    version     CHAR(32)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'hash of words and recording',
    reviewed_by CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'no foreign key: it outlives the account',
    reviewed_at DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (language, prompt_key)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Sentences approved';
