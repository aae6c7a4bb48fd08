-- Voice notes of ratings and reports wait like messages; none takes another's place.
ALTER TABLE unsent_voice
    ADD COLUMN purpose VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'MESSAGE'
        COMMENT 'MESSAGE, FEEDBACK, REPORT',
    ADD COLUMN about   BIGINT NULL COMMENT 'of a FEEDBACK the participant, of a REPORT the session',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (account_id, purpose);
