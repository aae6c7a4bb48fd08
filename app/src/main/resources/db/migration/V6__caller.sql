-- What a remembered caller prefers. There is no row for anyone who did not agree to be known (consent key 1).
CREATE TABLE caller (
    account_id    CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version       INT         NOT NULL,
    language      VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    last_category VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'offered first next time',
    PRIMARY KEY (account_id),
    CONSTRAINT caller_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT caller_language FOREIGN KEY (language) REFERENCES line_language (code),
    CONSTRAINT caller_category FOREIGN KEY (last_category) REFERENCES category (code) ON DELETE SET NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Preferences of remembered callers';
