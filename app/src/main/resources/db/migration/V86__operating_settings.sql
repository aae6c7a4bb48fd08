-- What admins set in the panel. No row: all as by default.
CREATE TABLE operating_settings (
    id       TINYINT     NOT NULL CHECK (id = 1),
    version  INT         NOT NULL COMMENT 'for optimistic locking by clients',
    settings JSON        NOT NULL COMMENT 'np.saathi.operation.OperatingSettings; what is missing in it is as by default',
    set_at   DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Settings of the service: one row';
