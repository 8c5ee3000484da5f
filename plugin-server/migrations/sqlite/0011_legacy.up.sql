-- LTI 1.1: off for every platform until an administrator switches it on.

-- What a platform signs its LTI 1.1 launches with.
CREATE TABLE legacy_consumers (
    registration_id TEXT NOT NULL PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
    consumer_key TEXT NOT NULL UNIQUE,
    -- Sealed with the master key.
    secret TEXT NOT NULL,
    -- Whether launches are taken. Switched off, the secret still checks who a platform says that its people and
    -- links were.
    is_on BOOLEAN NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Launches that were taken, for as long as their time would be taken again.
CREATE TABLE legacy_nonces (
    registration_id TEXT NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    nonce_hash TEXT NOT NULL,
    keep_until BIGINT NOT NULL,
    PRIMARY KEY (registration_id, nonce_hash)
);

CREATE INDEX legacy_nonces_by_end ON legacy_nonces (keep_until);

-- What an activity or a person of LTI 1.1 became under LTI 1.3. The first answer counts.
CREATE TABLE legacy_successors (
    registration_id TEXT NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    -- 'link' or 'person'.
    kind TEXT NOT NULL,
    former TEXT NOT NULL,
    successor TEXT NOT NULL,
    settled_at BIGINT NOT NULL,
    PRIMARY KEY (registration_id, kind, former)
);
