ALTER TABLE participant
    ADD COLUMN forgotten BOOLEAN NOT NULL DEFAULT FALSE
        COMMENT 'in attendance_day; account, call and times of this row say nothing any more',
    ADD KEY participant_to_forget (forgotten, left_at);
