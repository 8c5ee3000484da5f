-- Which activity gives which badge, the launches that are open, and what was awarded.

CREATE TABLE placements (
    id TEXT NOT NULL PRIMARY KEY,
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    deployment_id TEXT NOT NULL,
    resource_link_id TEXT NOT NULL,
    badge_id TEXT NOT NULL REFERENCES badges (id),
    rule TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (registration_id, deployment_id, resource_link_id)
);

-- What a verified launch said, for as long as its page may be used. Rows go when they expire: names and
-- addresses are not kept for longer.
CREATE TABLE launches (
    id TEXT NOT NULL PRIMARY KEY,
    session_hash TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    deployment_id TEXT NOT NULL,
    resource_link_id TEXT NOT NULL,
    resource_link_title TEXT,
    context_id TEXT,
    context_title TEXT,
    -- NULL for an anonymous launch.
    subject TEXT,
    role TEXT NOT NULL,
    name TEXT,
    email TEXT,
    locale TEXT,
    -- Origins that may frame the page, separated by spaces.
    frame_origins TEXT NOT NULL,
    launched_at BIGINT NOT NULL
);

CREATE INDEX launches_by_expiry ON launches (expires_at);

-- One award for each learner and badge, whatever happens: the constraint is the rule.
CREATE TABLE awards (
    id TEXT NOT NULL PRIMARY KEY,
    badge_id TEXT NOT NULL REFERENCES badges (id),
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    subject TEXT NOT NULL,
    credential_id TEXT NOT NULL UNIQUE,
    -- The random part of the address of the public page.
    page_id TEXT NOT NULL UNIQUE,
    rule TEXT NOT NULL,
    -- What the rule saw, as JSON.
    evidence TEXT NOT NULL,
    awarded_at BIGINT NOT NULL,
    is_public BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (badge_id, registration_id, subject)
);

-- The signed text, kept once and never rewritten.
CREATE TABLE credentials (
    award_id TEXT NOT NULL PRIMARY KEY REFERENCES awards (id),
    document TEXT NOT NULL,
    -- The picture it was issued with, so that a later edit of the badge leaves issued files as they are.
    picture_svg BLOB,
    picture_png BLOB NOT NULL,
    issued_at BIGINT NOT NULL
);
