ALTER TABLE volunteer
    ADD COLUMN daily_sessions  TINYINT        NULL COMMENT 'own cap; null: the line''s',
    ADD COLUMN weekly_sessions TINYINT        NULL COMMENT 'own cap; null: the line''s',
    ADD COLUMN reserve         BOOLEAN        NOT NULL DEFAULT FALSE COMMENT 'rung when a host is late',
    ADD COLUMN phone           VARBINARY(128) NULL COMMENT 'encrypted by a key outside the database';
