-- How often a PIN was tried and was wrong. It says nothing of who tried, and goes with the account and with the PIN.
CREATE TABLE pin_budget (
    account_id   CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    budget       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'VOLUNTEER_ELSEWHERE, …',
    since_opened SMALLINT    NOT NULL COMMENT 'wrong PINs since it was opened last, those being checked included',
    ever         SMALLINT    NOT NULL COMMENT 'wrong ones since the PIN was set',
    closed       BOOLEAN     NOT NULL COMMENT 'no PIN is looked at any more',
    PRIMARY KEY (account_id, budget),
    KEY pin_budget_closed (closed),
    CONSTRAINT pin_budget_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Wrong PINs by account';
CREATE TABLE pin_guess (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    account_id CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tried_at   DATETIME(3) NOT NULL COMMENT 'UTC; a week later the row goes',
    PRIMARY KEY (id),
    KEY pin_guess_account (account_id, tried_at),
    KEY pin_guess_tried_at (tried_at),
    CONSTRAINT pin_guess_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Wrong PINs from unknown phones, of a week';
CREATE TABLE pin_total (
    role  VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'USER, CMHV',
    wrong INT        NOT NULL COMMENT 'wrong PINs from unknown phones, all accounts together, since an admin opened',
    PRIMARY KEY (role)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Wrong PINs of all accounts together';
