-- In the talk of two; and of a host, when they were last heard or pressed a key, and when they were asked to.
ALTER TABLE participant
    ADD in_talk  BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD heard_at DATETIME(3) NULL COMMENT 'UTC',
    ADD asked_at DATETIME(3) NULL COMMENT 'UTC; null: not asked since';
