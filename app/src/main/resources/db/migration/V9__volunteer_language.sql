CREATE TABLE volunteer_language (
    account_id CHAR(6)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language   VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (account_id, language),
    KEY volunteer_language_language (language),
    CONSTRAINT volunteer_language_volunteer FOREIGN KEY (account_id) REFERENCES volunteer (account_id)
        ON DELETE CASCADE,
    CONSTRAINT volunteer_language_language FOREIGN KEY (language) REFERENCES line_language (code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Languages in which a volunteer can host';
