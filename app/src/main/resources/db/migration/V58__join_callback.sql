-- Who asked on the web to be rung for a session. The number is encrypted by a key outside the database; the row goes
-- when the phone was answered with 1, after the last try, and after a week in any case.
CREATE TABLE join_callback (
    name             CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    session_id       BIGINT         NOT NULL,
    account_id       CHAR(6)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number_encrypted VARBINARY(255) NOT NULL,
    language         VARCHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tries            TINYINT        NOT NULL,
    due_at           DATETIME(3)    NOT NULL COMMENT 'UTC; not before, and not before the session is open',
    expires_at       DATETIME(3)    NOT NULL,
    PRIMARY KEY (name),
    UNIQUE KEY join_callback_account (account_id, session_id),
    KEY join_callback_due (due_at),
    KEY join_callback_expires (expires_at),
    KEY join_callback_session (session_id),
    CONSTRAINT join_callback_session FOREIGN KEY (session_id) REFERENCES peer_session (id) ON DELETE CASCADE,
    CONSTRAINT join_callback_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Consented callbacks to join a session';
