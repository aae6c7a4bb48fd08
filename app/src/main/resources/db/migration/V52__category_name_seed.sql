INSERT INTO category_name (category, language, name)
VALUES ('stress', 'ne', 'तनाव'), ('stress', 'en', 'Stress'),
       ('grief', 'ne', 'शोक'), ('grief', 'en', 'Grief'),
       ('family', 'ne', 'परिवार'), ('family', 'en', 'Family'),
       ('study', 'ne', 'पढाइ'), ('study', 'en', 'Study'),
       ('migration', 'ne', 'वैदेशिक रोजगारी'), ('migration', 'en', 'Migration'),
       ('mothers', 'ne', 'नयाँ आमा'), ('mothers', 'en', 'New mothers');
