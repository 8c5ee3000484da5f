DROP TABLE legacy_successors;
DROP TABLE legacy_nonces;
DROP TABLE legacy_consumers;
