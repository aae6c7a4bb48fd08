-- What a host tells of a session afterwards, and how they are themselves.
CREATE TABLE session_report (
    id         BIGINT          NOT NULL AUTO_INCREMENT,
    version    INT             NOT NULL,
    session_id BIGINT          NOT NULL,
    account_id CHAR(6)         CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null once the account is gone',
    risk       TINYINT         NOT NULL COMMENT '1 none seen, 2 somebody is troubled, 3 somebody may be in danger',
    follow_up  BOOLEAN         NOT NULL,
    topics     VARCHAR(300)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'codes, with commas',
    notes      VARBINARY(8300) NULL COMMENT 'encrypted by a key outside the database',
    wellbeing  TINYINT         NULL COMMENT 'how the host is: 1 bad, 5 good',
    filed_at   DATETIME(3)     NOT NULL COMMENT 'UTC',
    PRIMARY KEY (id),
    UNIQUE KEY session_report_once (session_id, account_id),
    KEY session_report_account (account_id, id),
    KEY session_report_filed_at (filed_at),
    CONSTRAINT session_report_session FOREIGN KEY (session_id) REFERENCES peer_session (id),
    CONSTRAINT session_report_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE SET NULL,
    CHECK (risk BETWEEN 1 AND 3),
    CHECK (wellbeing BETWEEN 1 AND 5)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Reports of hosts after sessions';
