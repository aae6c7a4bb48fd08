-- What happened to crisis calls. Never who: the note's name on the exchange is kept as a hash, so that it is written once.
CREATE TABLE crisis_record (
    id BIGINT AUTO_INCREMENT PRIMARY KEY,
    note_hash CHAR(64) NOT NULL UNIQUE,
    started_at DATETIME(3) NOT NULL,
    step VARCHAR(20) NOT NULL,
    seconds INT NOT NULL,
    outcome VARCHAR(20) NOT NULL
) CHARACTER SET utf8mb4 COMMENT 'Crisis calls: time, step reached, length, outcome';
