-- Who of the remembered callers called on a day: a keyed hash that is another one each day, beside nothing else, thrown
-- away with the roll-up.
CREATE TABLE caller_of_day (
    day  DATE     NOT NULL COMMENT 'in Nepal',
    hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (day, hash)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'To count callers of a day once each';
