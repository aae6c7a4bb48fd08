ALTER TABLE peer_session
    ADD COLUMN locked           BOOLEAN  NOT NULL DEFAULT FALSE COMMENT 'nobody new may come in',
    ADD COLUMN extensions       TINYINT  NOT NULL DEFAULT 0 COMMENT 'how often the host asked for more time',
    ADD COLUMN extended_minutes SMALLINT NOT NULL DEFAULT 0 COMMENT 'beyond the planned end';
