-- The organisation that signs, its keys, the tool's keys, the administration's links and sessions, and badges.
-- Times are seconds since 1970-01-01T00:00:00Z.

CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    url TEXT,
    created_at BIGINT NOT NULL
);

CREATE TABLE organisation_keys (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    -- The fragment of the verification method in the DID document.
    fragment TEXT NOT NULL,
    public_multibase TEXT NOT NULL,
    sealed_secret TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, fragment)
);

CREATE TABLE tool_keys (
    kid TEXT NOT NULL PRIMARY KEY,
    sealed_secret TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE admin_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);

CREATE TABLE admin_sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);

CREATE TABLE badges (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    criteria TEXT NOT NULL,
    -- BCP 47 tag of the texts.
    language TEXT NOT NULL,
    -- Of a drawn picture; NULL when the picture was uploaded.
    shape TEXT,
    colour TEXT,
    -- NULL when a PNG was uploaded.
    picture_svg BLOB,
    picture_png BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
