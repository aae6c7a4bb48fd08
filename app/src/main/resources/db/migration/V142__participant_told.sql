ALTER TABLE participant
    ADD COLUMN waiting_told TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'minutes of waiting that were told last',
    ADD COLUMN limit_told   BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'was told that the call comes to its end',
    ADD COLUMN disguised    BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'is heard with another pitch';
