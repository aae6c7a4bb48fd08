-- "Something is wrong", told by a caller in a room. Not who told it, nor from which seat: nobody has to fear to tell.
CREATE TABLE room_flag (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    version    INT         NOT NULL DEFAULT 0,
    session_id BIGINT      NOT NULL,
    kind       VARCHAR(8)  NOT NULL COMMENT 'SOMEBODY troubles another; HOST: it is the host',
    times      INT         NOT NULL DEFAULT 1 COMMENT 'how often it was told since',
    raised_at  DATETIME(3) NOT NULL COMMENT 'UTC',
    last_at    DATETIME(3) NOT NULL COMMENT 'when it was last told',
    handled_at DATETIME(3) NULL,
    handled_by CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the admin',
    PRIMARY KEY (id),
    KEY room_flag_handled (handled_at, raised_at),
    KEY room_flag_session (session_id, kind),
    CONSTRAINT room_flag_session FOREIGN KEY (session_id) REFERENCES peer_session (id) ON DELETE CASCADE,
    CHECK ((handled_at IS NULL) = (handled_by IS NULL))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'What callers told of their rooms';
