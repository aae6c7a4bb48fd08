-- For what is looked up each second, or at each event of the exchange: rows of those who left stay for years.
ALTER TABLE participant
    ADD KEY participant_role_left (role, left_at);
ALTER TABLE peer_session
    ADD KEY peer_session_talk_room (talk_room);
ALTER TABLE ring
    ADD KEY ring_outcome (outcome, expires_at);
ALTER TABLE call_log
    ADD KEY call_log_test (test);
ALTER TABLE private_message
    ADD KEY private_message_unheard (from_caller, heard_at, alerted_at, sent_at);
