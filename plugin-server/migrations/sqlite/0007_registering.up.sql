-- Registrations that platforms make by themselves, and what was last seen of each platform.

-- 'active', or 'waiting': registered, and nothing was opened from there yet. Many platforms ask their own
-- administrator to activate the tool first.
ALTER TABLE registrations ADD COLUMN status TEXT NOT NULL DEFAULT 'active';
-- What the platform lets this tool ask for, separated by spaces; NULL when nobody said.
ALTER TABLE registrations ADD COLUMN scopes TEXT;
-- What the platform says it is, such as 'moodle'; NULL when it did not.
ALTER TABLE registrations ADD COLUMN product_family TEXT;

-- One-time invitations to register, each by the fingerprint of the secret in its address.
CREATE TABLE registration_invites (
    token_hash TEXT NOT NULL PRIMARY KEY,
    -- For the administrator's list; it opens nothing.
    id TEXT NOT NULL UNIQUE,
    -- The only host whose platform may use it; NULL for any, whose first deployment then waits for approval.
    platform_host TEXT,
    -- The registration whose addresses it may replace.
    registration_id TEXT REFERENCES registrations (id),
    -- What to ask to be told of people: 'nothing', 'name' or 'name-and-email'.
    person TEXT NOT NULL,
    -- What teachers of the platform will be allowed.
    teachers_may TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- Until then somebody is registering with it; nobody else may.
    lease_until BIGINT NOT NULL DEFAULT 0,
    used_at BIGINT
);

-- When something was last seen of a platform, for the page on which an administrator tests the connection.
CREATE TABLE registration_sightings (
    -- '' for what bears no sign of who it came from: a fetch of our keys.
    registration_id TEXT NOT NULL,
    what TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    -- A code or a number: never a name, an address of a person or a token.
    detail TEXT NOT NULL,
    PRIMARY KEY (registration_id, what)
);
