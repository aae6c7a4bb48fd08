-- Public help numbers: which are dialled in the crisis path, and which are read aloud.
CREATE TABLE helpline (
    id        BIGINT      NOT NULL AUTO_INCREMENT,
    version   INT         NOT NULL,
    prompt    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the words that name it',
    dial      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what we dial; null: never dialled',
    spoken    VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what is read, digit by digit',
    reading   VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'FIRST: to everybody; MORE: to who asks for more',
    position  SMALLINT    NOT NULL,
    times     VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'when it is dialled: Nepal time, or *',
    days      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    languages VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'that it speaks, or *',
    tested_at DATETIME(3) NULL COMMENT 'UTC',
    PRIMARY KEY (id),
    KEY helpline_position (position, id),
    CHECK (dial IS NULL OR dial NOT IN ('100', '102')),
    CHECK ((spoken IS NULL) = (reading IS NULL)),
    CHECK (dial IS NOT NULL OR spoken IS NOT NULL)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Helplines';
