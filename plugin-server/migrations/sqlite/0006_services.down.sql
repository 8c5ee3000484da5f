DROP TABLE outbox;
DROP TABLE resource_links;
ALTER TABLE registrations DROP COLUMN token_audience;
