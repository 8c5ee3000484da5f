-- What is needed to call a platform's services, and what waits to be sent there.

-- The audience of requests for tokens, where it is not the address that they are sent to.
ALTER TABLE registrations ADD COLUMN token_audience TEXT;

-- What the last launch of each activity said of it: where its roster and its column of the grade book are.
CREATE TABLE resource_links (
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    deployment_id TEXT NOT NULL,
    resource_link_id TEXT NOT NULL,
    title TEXT,
    context_id TEXT,
    context_title TEXT,
    -- The courses that this one was copied from, as the platform sends them.
    context_history TEXT,
    memberships_url TEXT,
    line_items_url TEXT,
    line_item_url TEXT,
    -- What may be done in the grade book: scopes, separated by spaces.
    ags_scopes TEXT NOT NULL,
    last_launch_at BIGINT NOT NULL,
    PRIMARY KEY (registration_id, deployment_id, resource_link_id)
);

-- What is to be sent, written in the transaction of what caused it. A row goes out at least once; what it says is
-- made so that the other side takes it once.
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    -- 'score' or 'mail'.
    kind TEXT NOT NULL,
    -- What must not be sent twice, such as 'score:<award>'.
    dedup_key TEXT NOT NULL UNIQUE,
    registration_id TEXT REFERENCES registrations (id),
    -- What to send; NULL once that is of no more use to anybody.
    payload TEXT,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    -- Until when one server has it in hand; after that another may take it.
    lease_until BIGINT NOT NULL DEFAULT 0,
    -- 'waiting', 'delivered' or 'dead'.
    state TEXT NOT NULL DEFAULT 'waiting',
    -- The code of the last failure, and what the other side said.
    last_error TEXT,
    last_detail TEXT,
    ended_at BIGINT
);

CREATE INDEX outbox_by_due ON outbox (state, due_at);
