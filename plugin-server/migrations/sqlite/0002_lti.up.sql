-- Platforms, their deployments, and logins under way.

CREATE TABLE registrations (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    auth_url TEXT NOT NULL,
    token_url TEXT NOT NULL,
    jwks_url TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (issuer, client_id)
);

CREATE TABLE deployments (
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    deployment_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (registration_id, deployment_id)
);

-- Deployments that a genuine launch came from and that nobody has approved. Approving one adds it to the table
-- above.
CREATE TABLE pending_deployments (
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    deployment_id TEXT NOT NULL,
    -- What the platform said of itself, for the person who approves.
    platform_name TEXT,
    context_title TEXT,
    first_seen_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    PRIMARY KEY (registration_id, deployment_id)
);

-- One row holds state, nonce and expiry, so that one statement consumes all three.
CREATE TABLE login_states (
    state_hash TEXT NOT NULL PRIMARY KEY,
    nonce TEXT NOT NULL,
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    target_link_uri TEXT NOT NULL,
    deployment_id TEXT,
    -- SHA-256 of the value of the browser's cookie, in hexadecimal.
    browser_binding_hash TEXT NOT NULL,
    storage_target TEXT,
    -- The platform's login request, to begin again in a window of its own where a frame keeps no cookies.
    initiation TEXT NOT NULL,
    -- Where this login goes next.
    redirect TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    consumed_at BIGINT,
    -- No token can use the login any more from here on, and the row may go.
    keep_until BIGINT NOT NULL
);

CREATE INDEX login_states_by_keep_until ON login_states (keep_until);
