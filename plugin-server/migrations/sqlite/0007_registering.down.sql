DROP TABLE registration_sightings;
DROP TABLE registration_invites;
ALTER TABLE registrations DROP COLUMN product_family;
ALTER TABLE registrations DROP COLUMN scopes;
ALTER TABLE registrations DROP COLUMN status;
