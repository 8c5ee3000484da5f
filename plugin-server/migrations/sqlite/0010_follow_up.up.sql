-- The teacher's page: test badges, versions of badges, copies of courses, and people whom a teacher decides about.

-- The key of an organisation's test issuer, sealed. What it signs is genuine nowhere.
CREATE TABLE test_keys (
    organisation_id TEXT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    public_multibase TEXT NOT NULL,
    sealed_secret TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- A badge that was awarded is not rewritten: its next content is a new version.
ALTER TABLE badges ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
-- Who made it from within a platform, as the platform names them; NULL when an administrator did.
ALTER TABLE badges ADD COLUMN author_registration_id TEXT REFERENCES registrations (id);
ALTER TABLE badges ADD COLUMN author_subject TEXT;

-- The contents that badges had. Signed badges point at them, so rows never change and never go.
CREATE TABLE badge_versions (
    badge_id TEXT NOT NULL REFERENCES badges (id),
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    criteria TEXT NOT NULL,
    language TEXT NOT NULL,
    shape TEXT,
    colour TEXT,
    picture_svg BLOB,
    picture_png BLOB NOT NULL,
    -- When this content was written.
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (badge_id, version)
);

-- What the badge said when it was awarded, or when it was last issued anew.
ALTER TABLE awards ADD COLUMN badge_version BIGINT NOT NULL DEFAULT 1;

-- Credentials that were issued anew, as they were. The newest one stays in its own table, under the same award.
CREATE TABLE replaced_credentials (
    award_id TEXT NOT NULL REFERENCES awards (id),
    document TEXT NOT NULL,
    picture_svg BLOB,
    picture_png BLOB NOT NULL,
    badge_version BIGINT NOT NULL,
    issued_at BIGINT NOT NULL,
    replaced_at BIGINT NOT NULL,
    PRIMARY KEY (award_id, badge_version)
);

-- The course whose link this one is a copy of; NULL for an original, and once a teacher turned the copy on.
ALTER TABLE placements ADD COLUMN copied_from TEXT;

-- Whether this person may say how the activity gives its badge.
ALTER TABLE launches ADD COLUMN may_manage BOOLEAN NOT NULL DEFAULT FALSE;

-- What a teacher decided about somebody who meets the condition and may not be a learner.
CREATE TABLE decisions (
    placement_id TEXT NOT NULL REFERENCES placements (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    -- 'yes' or 'no'.
    answer TEXT NOT NULL,
    -- Who decided, as the platform names them.
    decided_by TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (placement_id, subject)
);
