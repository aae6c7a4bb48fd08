ALTER TABLE feedback
    ADD COLUMN notes VARBINARY(8300) NULL COMMENT 'encrypted by a key outside the database; deleted before the rating is';
