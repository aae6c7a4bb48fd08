-- The languages that callers are offered, in the order in which they are offered.
CREATE TABLE line_language (
    code     VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ISO 639',
    name     VARCHAR(40) NOT NULL COMMENT 'in its own words, for the panel',
    position TINYINT     NOT NULL COMMENT 'order in the language offer',
    PRIMARY KEY (code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Languages of the line';
