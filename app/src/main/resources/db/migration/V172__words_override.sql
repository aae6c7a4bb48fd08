-- Whether groups open although words of consent or crisis path are not approved: one row, set by an admin.
CREATE TABLE words_override (
    id       TINYINT      NOT NULL,
    version  INT          NOT NULL,
    in_force BOOLEAN      NOT NULL,
    reason   VARCHAR(500) NOT NULL,
    set_by   CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'no foreign key: it outlives the account',
    set_at   DATETIME(3)  NOT NULL COMMENT 'UTC',
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Groups on words not approved';
