-- Who is rung for crisis calls. Copied in the open to the exchange's side, which must work with everything else dead.
CREATE TABLE duty_phone (
    id               BIGINT         NOT NULL AUTO_INCREMENT,
    version          INT            NOT NULL,
    label            VARCHAR(80)    NOT NULL COMMENT 'whose phone it is, for the panel',
    seal             CHAR(36)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'to what the number is bound',
    number_encrypted VARBINARY(255) NOT NULL,
    position         SMALLINT       NOT NULL COMMENT 'rung in this order',
    times            VARCHAR(11)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Nepal time, e.g. 18:00-22:00, or *',
    days             VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'e.g. mon-fri, or *',
    languages        VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'codes with blanks between, or *',
    tested_at        DATETIME(3)    NULL COMMENT 'UTC; when somebody last saw it ring',
    PRIMARY KEY (id),
    KEY duty_phone_position (position, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'The duty roster';
