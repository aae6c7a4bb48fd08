-- Somebody, as far as the line knows them. No name, no number, no address.
CREATE TABLE account (
    id              CHAR(6)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'digits 1-9, random',
    version         INT            NOT NULL,
    role            VARCHAR(8)     NOT NULL COMMENT 'USER, CMHV, ADMIN',
    nickname_first  TINYINT        NOT NULL COMMENT 'prompt nick.first.N',
    nickname_second TINYINT        NOT NULL COMMENT 'prompt nick.second.N',
    created_at      DATETIME(3)    NOT NULL COMMENT 'UTC',
    pin             VARBINARY(512) NULL COMMENT 'Argon2 hash, encrypted by a key outside the database',
    password        VARBINARY(512) NULL COMMENT 'as pin',
    PRIMARY KEY (id),
    CHECK (id REGEXP '^[1-9]{6}$')
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Accounts: callers, volunteers, admins';
