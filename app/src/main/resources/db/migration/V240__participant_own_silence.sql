ALTER TABLE participant
    ADD COLUMN own_silence BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'had turned the voice off before a host did',
    ADD COLUMN alone_told  BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'was told that only a host is there, and not yet that others came',
    ADD COLUMN heard_from  DATETIME(3) NULL COMMENT 'UTC; when a host was first in while they were',
    ADD COLUMN with_host_since  DATETIME(3) NULL COMMENT 'UTC; since when one is',
    ADD COLUMN with_host_millis BIGINT NOT NULL DEFAULT 0 COMMENT 'how long one was before that';
