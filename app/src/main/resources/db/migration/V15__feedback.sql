-- One answer of one participant. Read only as a whole, never shown with an id or a time.
CREATE TABLE feedback (
    participant_id BIGINT      NOT NULL,
    rating         TINYINT     NOT NULL COMMENT '1 not at all helped, 5 very much',
    given_at       DATETIME(3) NOT NULL COMMENT 'UTC',
    PRIMARY KEY (participant_id),
    CONSTRAINT feedback_participant FOREIGN KEY (participant_id) REFERENCES participant (id) ON DELETE CASCADE,
    CHECK (rating BETWEEN 1 AND 5)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Ratings';
