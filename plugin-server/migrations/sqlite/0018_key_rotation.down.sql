ALTER TABLE organisation_keys DROP COLUMN withdrawn_at;
ALTER TABLE organisation_keys DROP COLUMN signs_from;
ALTER TABLE tool_keys DROP COLUMN listed_until;
ALTER TABLE tool_keys DROP COLUMN signs_from;
