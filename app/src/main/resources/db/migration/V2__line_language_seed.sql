INSERT INTO line_language (code, name, position) VALUES ('ne', 'नेपाली', 1), ('en', 'English', 2);
