-- What volunteers and admins did over HTTP: every request that could change something. Never what they sent.
CREATE TABLE audit (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    at         DATETIME(3)  NOT NULL COMMENT 'UTC',
    account_id CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'no foreign key: it outlives the account',
    role       VARCHAR(8)   NOT NULL,
    method     VARCHAR(8)   NOT NULL,
    route      VARCHAR(120) NOT NULL COMMENT 'e.g. /admin/duty/{id}; - where it led nowhere, or was denied before',
    variables  VARCHAR(500) NOT NULL COMMENT 'of the route, e.g. id=7',
    status     SMALLINT     NOT NULL COMMENT 'how it was answered',
    PRIMARY KEY (id),
    KEY audit_at (at),
    KEY audit_account (account_id, at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Actions of staff';
