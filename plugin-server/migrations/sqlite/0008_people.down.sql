DROP TABLE audit_entries;
DROP TABLE shared_models;
DROP TABLE badge_courses;
DROP TABLE registration_organisations;
ALTER TABLE admin_sessions DROP COLUMN holder;
ALTER TABLE admin_sessions DROP COLUMN organisation_id;
ALTER TABLE admin_links DROP COLUMN holder;
ALTER TABLE admin_links DROP COLUMN organisation_id;
