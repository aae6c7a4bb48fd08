-- Whether the exchange has the roster and the helplines as they are. No row: they were never set, the configuration seeds them.
CREATE TABLE crisis_roster (
    id             TINYINT     NOT NULL CHECK (id = 1),
    version        INT         NOT NULL COMMENT 'counts changes of duty_phone and helpline',
    changed_at     DATETIME(3) NOT NULL COMMENT 'UTC',
    pushed_version INT         NOT NULL COMMENT 'what the exchange has',
    pushed_at      DATETIME(3) NULL COMMENT 'UTC',
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'State of the crisis numbers: one row';
