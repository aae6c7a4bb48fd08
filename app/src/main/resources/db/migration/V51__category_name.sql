CREATE TABLE category_name (
    category VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language VARCHAR(3)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name     VARCHAR(60) NOT NULL COMMENT 'for the panel; what is spoken is the prompt category.<code>',
    PRIMARY KEY (category, language),
    KEY category_name_language (language),
    CONSTRAINT category_name_category FOREIGN KEY (category) REFERENCES category (code) ON DELETE CASCADE,
    CONSTRAINT category_name_language FOREIGN KEY (language) REFERENCES line_language (code) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Names of categories'
    AS SELECT 'stress' AS category, 'ne' AS language, 'तनाव' AS name UNION ALL SELECT 'stress', 'en', 'Stress'
    UNION ALL SELECT 'grief', 'ne', 'शोक' UNION ALL SELECT 'grief', 'en', 'Grief'
    UNION ALL SELECT 'family', 'ne', 'परिवार' UNION ALL SELECT 'family', 'en', 'Family'
    UNION ALL SELECT 'study', 'ne', 'पढाइ' UNION ALL SELECT 'study', 'en', 'Study'
    UNION ALL SELECT 'migration', 'ne', 'वैदेशिक रोजगारी' UNION ALL SELECT 'migration', 'en', 'Migration'
    UNION ALL SELECT 'mothers', 'ne', 'नयाँ आमा' UNION ALL SELECT 'mothers', 'en', 'New mothers';
