-- Loses older versions of badges, and with them what some signed badges point at: they stay valid, without a page.
DROP TABLE decisions;
ALTER TABLE launches DROP COLUMN may_manage;
ALTER TABLE placements DROP COLUMN copied_from;
DROP TABLE replaced_credentials;
ALTER TABLE awards DROP COLUMN badge_version;
DROP TABLE badge_versions;
ALTER TABLE badges DROP COLUMN author_subject;
ALTER TABLE badges DROP COLUMN author_registration_id;
ALTER TABLE badges DROP COLUMN version;
DROP TABLE test_keys;
