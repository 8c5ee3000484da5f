-- Badges that teachers choose from within their platform.

-- What teachers of a platform may do: 'nothing', 'choose' among the badges there are, or 'make' new ones too.
ALTER TABLE registrations ADD COLUMN teachers_may TEXT NOT NULL DEFAULT 'nothing';

-- What a verified request for content said, for as long as its page may be used.
CREATE TABLE content_choices (
    id TEXT NOT NULL PRIMARY KEY,
    session_hash TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    deployment_id TEXT NOT NULL,
    context_id TEXT NOT NULL,
    subject TEXT,
    locale TEXT,
    -- Origins that may frame the page, separated by spaces.
    frame_origins TEXT NOT NULL,
    -- The settings of the request, as JSON.
    settings TEXT NOT NULL,
    -- The badge that was made on this page, so that sending the form again changes it and makes no second one.
    made_badge_id TEXT REFERENCES badges (id)
);

CREATE INDEX content_choices_by_expiry ON content_choices (expires_at);

-- What somebody chose for a course. A link of that course brings it back, sealed; the first launch of the link
-- makes a placement of it.
CREATE TABLE offers (
    id TEXT NOT NULL PRIMARY KEY,
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    deployment_id TEXT NOT NULL,
    context_id TEXT NOT NULL,
    badge_id TEXT NOT NULL REFERENCES badges (id),
    rule TEXT NOT NULL,
    -- Who chose, as the platform names them; NULL when it does not.
    subject TEXT,
    created_at BIGINT NOT NULL
);
