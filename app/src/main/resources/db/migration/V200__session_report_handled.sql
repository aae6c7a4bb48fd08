ALTER TABLE session_report
    ADD COLUMN handled_at DATETIME(3) NULL COMMENT 'UTC; when an admin had seen to it; null again once the host changes it',
    ADD COLUMN handled_by CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'no foreign key: it outlives the account';
