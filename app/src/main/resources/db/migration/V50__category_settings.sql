-- Categories are edited by admins. An inactive one is offered for no new session; what was planned stays.
ALTER TABLE category
    ADD COLUMN version INT NOT NULL DEFAULT 0,
    ADD COLUMN voice_disguise BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'whether callers may be offered another pitch',
    ADD COLUMN active BOOLEAN NOT NULL DEFAULT TRUE;
