-- Keys that follow each other: a new one is published before it signs, an old one while it may still be needed.

ALTER TABLE tool_keys ADD COLUMN signs_from BIGINT NOT NULL DEFAULT 0;
UPDATE tool_keys SET signs_from = created_at;
-- From when on it is published no more, and may go; NULL while it may sign.
ALTER TABLE tool_keys ADD COLUMN listed_until BIGINT;

ALTER TABLE organisation_keys ADD COLUMN signs_from BIGINT NOT NULL DEFAULT 0;
UPDATE organisation_keys SET signs_from = created_at;
-- When it was withdrawn because somebody else may have it: what it signed verifies no more. Every other key is
-- published for ever, since badges need it.
ALTER TABLE organisation_keys ADD COLUMN withdrawn_at BIGINT;
