ALTER TABLE participant
    ADD COLUMN silenced BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'a host turned the voice off: only a host turns it on again';
