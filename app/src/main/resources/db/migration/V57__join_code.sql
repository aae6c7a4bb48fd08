-- Leads who asked for it on the web from the phone's menu into one session, once. The code itself is nowhere.
CREATE TABLE join_code (
    code_hash  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash',
    session_id BIGINT      NOT NULL,
    account_id CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(3) NOT NULL COMMENT 'UTC; the row goes then, or when the code is used',
    PRIMARY KEY (code_hash),
    UNIQUE KEY join_code_account (account_id) COMMENT 'a new code takes the place of the old one',
    KEY join_code_expires (expires_at),
    KEY join_code_session (session_id),
    CONSTRAINT join_code_session FOREIGN KEY (session_id) REFERENCES peer_session (id) ON DELETE CASCADE,
    CONSTRAINT join_code_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'One-time codes';
