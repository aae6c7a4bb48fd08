-- Volunteers' answers are kept like callers' messages.
ALTER TABLE unsent_voice RENAME COLUMN caller_id TO account_id;
