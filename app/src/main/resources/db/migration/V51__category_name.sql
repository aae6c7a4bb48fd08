CREATE TABLE category_name (
    category VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name     VARCHAR(60) NOT NULL COMMENT 'for the panel; what is spoken is the prompt category.<code>',
    PRIMARY KEY (category, language),
    KEY category_name_language (language),
    CONSTRAINT category_name_category FOREIGN KEY (category) REFERENCES category (code) ON DELETE CASCADE,
    CONSTRAINT category_name_language FOREIGN KEY (language) REFERENCES line_language (code) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Names of categories';
