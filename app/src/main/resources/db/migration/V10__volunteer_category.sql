CREATE TABLE volunteer_category (
    account_id CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    category   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (account_id, category),
    KEY volunteer_category_category (category),
    CONSTRAINT volunteer_category_volunteer FOREIGN KEY (account_id) REFERENCES volunteer (account_id)
        ON DELETE CASCADE,
    CONSTRAINT volunteer_category_category FOREIGN KEY (category) REFERENCES category (code) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'What a volunteer is trained for';
