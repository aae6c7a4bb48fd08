ALTER TABLE volunteer
    ADD COLUMN suspended      BOOLEAN    NOT NULL DEFAULT FALSE COMMENT 'may not sign in nor host for now',
    ADD COLUMN phone_language VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'in which the line speaks to them; null: not chosen';
