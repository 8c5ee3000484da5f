DROP TABLE offers;
DROP TABLE content_choices;
ALTER TABLE registrations DROP COLUMN teachers_may;
