-- Every call that the line places: to whom, for what, how often, and what became of it. Numbers are encrypted by a key
-- outside the database and go with the last try; a caller's account goes then too, and the row a day later.
CREATE TABLE ring (
    name             CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purpose          VARCHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'CRISIS, GROUP, HOST, DUTY',
    subject          VARCHAR(80)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a call, a session, an alert',
    account_id       CHAR(6)        CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null for who is not known',
    phone_hash       CHAR(64)       CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'keyed; one phone, one ring a subject',
    number_encrypted VARBINARY(255) NULL,
    language         VARCHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    patience_seconds SMALLINT       NOT NULL COMMENT 'how long it rings',
    pause_seconds    INT            NOT NULL COMMENT 'between two tries',
    tries            TINYINT        NOT NULL,
    most_tries       TINYINT        NOT NULL,
    arranged_at      DATETIME(3)    NOT NULL COMMENT 'UTC, as all times',
    due_at           DATETIME(3)    NULL COMMENT 'null while it waits for its time',
    rung_at          DATETIME(3)    NULL COMMENT 'the last time',
    outcome          VARCHAR(12)    NULL COMMENT 'of the last try; null while it rings',
    over_at          DATETIME(3)    NULL COMMENT 'nothing more is done',
    expires_at       DATETIME(3)    NOT NULL,
    PRIMARY KEY (name),
    KEY ring_subject (purpose, subject),
    KEY ring_due (over_at, due_at),
    KEY ring_phone (phone_hash),
    KEY ring_account (account_id),
    CONSTRAINT ring_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Calls that the line places';
