ALTER TABLE caller
    ADD COLUMN disguised    BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'wants another pitch of voice where a category allows it',
    ADD COLUMN talk_told_on DATE    NULL COMMENT 'the Nepal day on which they last heard that they had talked for long';
