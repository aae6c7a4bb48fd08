CREATE TABLE session_host (
    session_id BIGINT  NOT NULL,
    account_id CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (session_id, account_id),
    KEY session_host_account (account_id),
    CONSTRAINT session_host_session FOREIGN KEY (session_id) REFERENCES peer_session (id) ON DELETE CASCADE,
    CONSTRAINT session_host_volunteer FOREIGN KEY (account_id) REFERENCES volunteer (account_id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Who is to host a session';
