-- Who administers, who designs, and who did what.

-- The organisation that a link and its session administer, NULL for the whole server; and who the link was made
-- for, in the words of whoever made it.
ALTER TABLE admin_links ADD COLUMN organisation_id TEXT;
ALTER TABLE admin_links ADD COLUMN holder TEXT;
ALTER TABLE admin_sessions ADD COLUMN organisation_id TEXT;
ALTER TABLE admin_sessions ADD COLUMN holder TEXT;

-- The organisation whose badges the teachers of a platform choose and make. A platform without a row belongs to
-- the organisation that was made first.
CREATE TABLE registration_organisations (
    registration_id TEXT NOT NULL PRIMARY KEY REFERENCES registrations (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id)
);

-- The course that a badge was made for, when a teacher made it from within a platform.
CREATE TABLE badge_courses (
    badge_id TEXT NOT NULL PRIMARY KEY REFERENCES badges (id),
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    deployment_id TEXT NOT NULL,
    context_id TEXT NOT NULL
);

CREATE INDEX badge_courses_by_course ON badge_courses (registration_id, deployment_id, context_id);

-- Badges that every teacher may start from.
CREATE TABLE shared_models (
    badge_id TEXT NOT NULL PRIMARY KEY REFERENCES badges (id),
    shared_at BIGINT NOT NULL
);

-- Who did what. Rows are added and never changed.
CREATE TABLE audit_entries (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor TEXT,
    -- The organisation that it concerns; NULL when it concerns the whole server.
    organisation_id TEXT,
    action TEXT NOT NULL,
    -- What it was done to, in words: a name, or an identifier where there is no name.
    target TEXT NOT NULL
);

CREATE INDEX audit_entries_by_time ON audit_entries (at);
