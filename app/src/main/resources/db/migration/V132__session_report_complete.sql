ALTER TABLE session_report
    ADD COLUMN complete BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'false: by phone, and broken off; asked again for a day';
