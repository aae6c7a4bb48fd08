-- Its callbacks are calls that the line places, as all others (ring). They lived an hour.
DROP TABLE crisis_callback;
