-- With it a volunteer's own phone gets in when others have used up the tries of her PIN from there.
CREATE TABLE host_code (
    account_id CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    hash       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed; the code itself is not kept',
    tries      TINYINT     NOT NULL COMMENT 'how often one was keyed in',
    expires_at DATETIME(3) NOT NULL COMMENT 'UTC; the row goes',
    PRIMARY KEY (account_id),
    KEY host_code_expires_at (expires_at),
    CONSTRAINT host_code_volunteer FOREIGN KEY (account_id) REFERENCES volunteer (account_id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'One-time codes for volunteers'' own phones';
