-- Spring Modulith's registry of domain events: what one module told and another has not yet done. Rows go when it is done.
CREATE TABLE EVENT_PUBLICATION (
    ID                     CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    LISTENER_ID            VARCHAR(512)  NOT NULL,
    EVENT_TYPE             VARCHAR(512)  NOT NULL,
    SERIALIZED_EVENT       VARCHAR(4000) NOT NULL,
    PUBLICATION_DATE       DATETIME(6)   NOT NULL COMMENT 'UTC, as all times',
    COMPLETION_DATE        DATETIME(6)   NULL,
    STATUS                 VARCHAR(20)   NULL,
    COMPLETION_ATTEMPTS    INT           NULL,
    LAST_RESUBMISSION_DATE DATETIME(6)   NULL,
    PRIMARY KEY (ID),
    KEY EVENT_PUBLICATION_BY_COMPLETION_DATE_IDX (COMPLETION_DATE)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Domain events on their way';
