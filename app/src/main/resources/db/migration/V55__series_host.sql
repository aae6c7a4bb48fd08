CREATE TABLE series_host (
    series_id  BIGINT  NOT NULL,
    account_id CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (series_id, account_id),
    KEY series_host_account (account_id),
    CONSTRAINT series_host_series FOREIGN KEY (series_id) REFERENCES session_series (id) ON DELETE CASCADE,
    CONSTRAINT series_host_volunteer FOREIGN KEY (account_id) REFERENCES volunteer (account_id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Who is to host a weekly session';
