-- Who asked in the crisis path to be rung. The number is encrypted by a key outside the database; a row lives an hour at most.
CREATE TABLE crisis_callback (
    name CHAR(36) PRIMARY KEY,
    call_id VARCHAR(64) NOT NULL,
    number_encrypted VARBINARY(255) NOT NULL,
    language VARCHAR(3) NOT NULL,
    ring_always BOOLEAN NOT NULL COMMENT 'rung in any case, not only when the line broke',
    tries TINYINT NOT NULL,
    due_at DATETIME(3) NULL COMMENT 'NULL while the crisis call goes on',
    expires_at DATETIME(3) NOT NULL,
    INDEX crisis_callback_due (due_at),
    INDEX crisis_callback_call (call_id)
) CHARACTER SET utf8mb4 COMMENT 'Consented callbacks of the crisis path';
