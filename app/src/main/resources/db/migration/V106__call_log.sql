-- What a call was, never whose. While it goes on it is found by the exchange's name for it; a little after its end that
-- name is dropped and the start is kept to the hour, so that nothing here meets a row of anyone's again.
CREATE TABLE call_log (
    id             BIGINT      NOT NULL AUTO_INCREMENT,
    call_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'until sealed',
    started_at     DATETIME(3) NOT NULL COMMENT 'UTC; to the hour once sealed',
    ended_at       DATETIME(3) NULL COMMENT 'last seen; null once sealed',
    day            DATE        NOT NULL COMMENT 'of the start, in Nepal',
    seconds        INT         NOT NULL,
    door           VARCHAR(16) NULL COMMENT 'CALLER, VOLUNTEER',
    language       VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    category       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the last group; null for none',
    waited_seconds INT         NULL COMMENT 'longest, for a host; null for no group',
    abandoned      BOOLEAN     NOT NULL COMMENT 'left a group before a host was in',
    no_host        BOOLEAN     NOT NULL COMMENT 'no host came',
    step           VARCHAR(16) NULL COMMENT 'how far the call came',
    test           BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'of a phone of the house: goes once it is over',
    rolled         BOOLEAN     NOT NULL COMMENT 'counted in figures',
    PRIMARY KEY (id),
    UNIQUE KEY call_log_call (call_id),
    KEY call_log_rolled (rolled, day)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Calls without identity';
