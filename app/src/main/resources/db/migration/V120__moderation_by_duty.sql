-- Somebody from the duty roster moderates too: a phone, and nobody's account.
ALTER TABLE moderation_act
    MODIFY account_id CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who did it; null: from the duty roster',
    MODIFY action VARCHAR(8) NOT NULL COMMENT 'as ModerationAct.Action';
