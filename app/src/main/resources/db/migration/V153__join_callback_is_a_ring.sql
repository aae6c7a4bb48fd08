-- As the crisis path's (ring).
DROP TABLE join_callback;
