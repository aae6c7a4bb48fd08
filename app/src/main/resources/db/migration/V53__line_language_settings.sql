-- Languages are edited by admins. In an inactive one no new session is planned.
ALTER TABLE line_language
    ADD COLUMN version INT NOT NULL DEFAULT 0,
    ADD COLUMN active BOOLEAN NOT NULL DEFAULT TRUE;
