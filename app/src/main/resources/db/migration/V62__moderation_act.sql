-- Who did what in a room. Of the one it was done to only the seat.
CREATE TABLE moderation_act (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    session_id BIGINT      NOT NULL,
    account_id CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who did it',
    action     VARCHAR(8)  NOT NULL COMMENT 'MUTE, UNMUTE, REMOVE, LOCK, UNLOCK, EXTEND, END',
    seat       TINYINT     NULL,
    minutes    TINYINT     NULL,
    done_at    DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (id),
    KEY moderation_act_account (account_id, id),
    KEY moderation_act_done_at (done_at),
    CONSTRAINT moderation_act_session FOREIGN KEY (session_id) REFERENCES peer_session (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'What hosts did in their rooms';
