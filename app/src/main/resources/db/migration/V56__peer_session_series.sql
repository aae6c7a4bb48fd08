ALTER TABLE peer_session
    ADD COLUMN series_id BIGINT NULL COMMENT 'the weekly session that it is one of',
    ADD KEY peer_session_series (series_id, starts_at),
    ADD KEY peer_session_starts_at (starts_at),
    ADD CONSTRAINT peer_session_series FOREIGN KEY (series_id) REFERENCES session_series (id);
