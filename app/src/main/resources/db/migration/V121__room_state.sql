-- What is true of a room beyond who is in it.
ALTER TABLE peer_session
    ADD all_muted  BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'voices are off, of who comes in too, until a host gives the floor',
    ADD warned     TINYINT     NULL COMMENT 'minutes before the end of which was last told',
    ADD talk_room  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'where the last talk of two is or was',
    ADD talk_since DATETIME(3) NULL COMMENT 'UTC; null: nobody talks alone now';
