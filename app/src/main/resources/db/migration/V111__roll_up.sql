CREATE TABLE roll_up (
    id      TINYINT     NOT NULL COMMENT '1: the one row',
    done_at DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Locked by the instance that rolls up';
