-- What sessions can be about. The words spoken for one are the prompt category.<code>.
CREATE TABLE category (
    code     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position TINYINT     NOT NULL COMMENT 'order in lists',
    PRIMARY KEY (code)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'What sessions are about';
