ALTER TABLE account
    ADD COLUMN last_used_on DATE NULL COMMENT 'UTC; null: not since it was made. A day only: how long it lies unused',
    ADD KEY account_last_used_on (last_used_on);
