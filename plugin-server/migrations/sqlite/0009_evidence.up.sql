-- What tells of completion beside LTI: a platform's own interface, its signed messages, a teacher's choice, codes.

-- How a platform is asked whether somebody has completed a course. The secret is sealed.
CREATE TABLE platform_apis (
    registration_id TEXT NOT NULL PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
    -- 'moodle', 'open-edx' or 'canvas'.
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    sealed_secret TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- The name under which a platform's interface knows somebody, where that is not the name that launches give.
CREATE TABLE platform_usernames (
    registration_id TEXT NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    username TEXT NOT NULL,
    PRIMARY KEY (registration_id, subject)
);

-- Whose messages are believed, by the sealed secret that they are signed with.
CREATE TABLE event_hooks (
    registration_id TEXT NOT NULL PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
    sealed_secret TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_message_at BIGINT
);

-- Signatures of messages that were taken, until they are too old to be sent again.
CREATE TABLE event_signatures (
    registration_id TEXT NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    signature TEXT NOT NULL,
    keep_until BIGINT NOT NULL,
    PRIMARY KEY (registration_id, signature)
);

-- That a platform said that somebody completed a course.
CREATE TABLE course_events (
    registration_id TEXT NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    context_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    happened_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (registration_id, context_id, subject)
);

-- People whom a teacher chose.
CREATE TABLE teacher_choices (
    placement_id TEXT NOT NULL REFERENCES placements (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    -- Who chose, as the platform names them.
    chosen_by TEXT NOT NULL,
    chosen_at BIGINT NOT NULL,
    PRIMARY KEY (placement_id, subject)
);

-- Codes that a teacher hands out. The code itself is sealed, so that the teacher can read it again.
CREATE TABLE claim_codes (
    id TEXT NOT NULL PRIMARY KEY,
    placement_id TEXT NOT NULL REFERENCES placements (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL UNIQUE,
    sealed_code TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    -- How many people may use it, and how many did.
    cap BIGINT NOT NULL,
    used BIGINT NOT NULL DEFAULT 0,
    created_by TEXT,
    created_at BIGINT NOT NULL
);

CREATE TABLE claim_code_uses (
    placement_id TEXT NOT NULL REFERENCES placements (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    code_id TEXT NOT NULL REFERENCES claim_codes (id) ON DELETE CASCADE,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (placement_id, subject)
);

-- Wrong codes, so that nobody tries them all.
CREATE TABLE claim_code_misses (
    placement_id TEXT NOT NULL REFERENCES placements (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    missed_at BIGINT NOT NULL
);

CREATE INDEX claim_code_misses_by_person ON claim_code_misses (placement_id, subject, missed_at);
