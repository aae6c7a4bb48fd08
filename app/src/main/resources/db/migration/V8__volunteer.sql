-- Community Mental Health Volunteers (CMHVs).
CREATE TABLE volunteer (
    account_id CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version    INT         NOT NULL,
    training   VARCHAR(16) NOT NULL COMMENT 'TRAINEE, COACHED, CERTIFIED',
    PRIMARY KEY (account_id),
    CONSTRAINT volunteer_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'CMHVs, who host sessions';
