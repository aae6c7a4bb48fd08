-- Who signed up as a volunteer and waits for an admin. There is a row in volunteer instead once they are approved.
CREATE TABLE volunteer_application (
    account_id CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language   VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    category   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    applied_at DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (account_id),
    KEY volunteer_application_applied_at (applied_at),
    CONSTRAINT volunteer_application_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT volunteer_application_language FOREIGN KEY (language) REFERENCES line_language (code),
    CONSTRAINT volunteer_application_category FOREIGN KEY (category) REFERENCES category (code) ON DELETE SET NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Volunteers who wait for approval';
