-- Kept out of groups for a while. No account: a ban is on a phone, and stays when its account is forgotten.
CREATE TABLE ban (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    version     INT         NOT NULL,
    reason      VARCHAR(20) NOT NULL COMMENT 'TROUBLED_OTHERS, SEXUAL, THREATS, MISUSE; it is spoken',
    banned_by   CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the admin',
    banned_at   DATETIME(3) NOT NULL COMMENT 'UTC, as all times',
    until_at    DATETIME(3) NOT NULL COMMENT '90 days after banned_at at most; then the row goes',
    review_at   DATETIME(3) NOT NULL COMMENT 'when to look at it again',
    reviewed_by CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    reviewed_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY ban_until (until_at),
    KEY ban_review (review_at),
    CHECK (until_at <= banned_at + INTERVAL 90 DAY)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Bans';
