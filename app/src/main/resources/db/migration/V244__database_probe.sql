-- One row that is written to see whether the database takes what is written.
CREATE TABLE database_probe (
    id        TINYINT     NOT NULL CHECK (id = 1),
    probed_at DATETIME(3) NULL COMMENT 'UTC',
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Whether it can be written: one row';
INSERT INTO database_probe (id) VALUES (1);
