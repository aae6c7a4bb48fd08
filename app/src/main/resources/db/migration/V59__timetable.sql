-- One row, locked by whoever plans: two who plan at once would each not see what the other takes.
CREATE TABLE timetable (id TINYINT NOT NULL PRIMARY KEY)
    DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci COMMENT 'Lock for planning sessions'
    AS SELECT 1 AS id;
