-- Toll-free numbers have eleven digits.
ALTER TABLE helpline
    MODIFY spoken VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what is read, digit by digit';
