ALTER TABLE peer_session
    ADD COLUMN late_told_at DATETIME(3) NULL COMMENT 'when waiting callers were told that the host is late';
