DROP TABLE credentials;
DROP TABLE awards;
DROP TABLE launches;
DROP TABLE placements;
