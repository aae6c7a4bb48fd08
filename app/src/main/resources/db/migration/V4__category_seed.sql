INSERT INTO category (code, position)
VALUES ('stress', 1), ('grief', 2), ('family', 3), ('study', 4), ('migration', 5), ('mothers', 6);
