-- What a learner must have done for a badge: rules that can be combined, and who met them.

-- A condition as JSON, such as {"combine":"all","rules":[{"rule":"opening"}]}.
ALTER TABLE placements ADD COLUMN condition TEXT NOT NULL DEFAULT '{"combine":"all","rules":[]}';
UPDATE placements SET condition = '{"combine":"all","rules":[{"rule":"' || rule || '"}]}';
ALTER TABLE placements DROP COLUMN rule;
-- 'claim': learners take the badge when they open the activity; 'automatic': it is issued by itself.
ALTER TABLE placements ADD COLUMN mode TEXT NOT NULL DEFAULT 'claim';
-- Nothing is awarded while it is off.
ALTER TABLE placements ADD COLUMN is_on BOOLEAN NOT NULL DEFAULT TRUE;
-- The course; NULL until somebody opened the activity.
ALTER TABLE placements ADD COLUMN context_id TEXT;
-- The choice that it was made from, so that its link brings it once and not at every launch; NULL when an
-- administrator made it.
ALTER TABLE placements ADD COLUMN offer_id TEXT;
-- Whether an award is told to the platform as a score.
ALTER TABLE placements ADD COLUMN send_score BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE placements ADD COLUMN turned_on_at BIGINT;
-- Who turned it on, as the platform names them; NULL for an administrator.
ALTER TABLE placements ADD COLUMN turned_on_by TEXT;
-- When the platform is asked next who met the condition; NULL means as soon as possible.
ALTER TABLE placements ADD COLUMN next_check_at BIGINT;
-- Until when a server that asks has this row for itself.
ALTER TABLE placements ADD COLUMN lease_until BIGINT;
ALTER TABLE placements ADD COLUMN last_check_at BIGINT;
-- How many times in a row the platform did not answer.
ALTER TABLE placements ADD COLUMN check_failures BIGINT NOT NULL DEFAULT 0;
-- Why the last time it could not be found out, as JSON with a code; NULL when it could.
ALTER TABLE placements ADD COLUMN check_problem TEXT;

CREATE INDEX placements_by_next_check ON placements (next_check_at) WHERE is_on AND mode = 'automatic';

ALTER TABLE offers ADD COLUMN condition TEXT NOT NULL DEFAULT '{"combine":"all","rules":[]}';
UPDATE offers SET condition = '{"combine":"all","rules":[{"rule":"' || rule || '"}]}';
ALTER TABLE offers DROP COLUMN rule;

-- The activity that gave it; kept when the badge is taken off the activity.
ALTER TABLE awards ADD COLUMN placement_id TEXT;

CREATE INDEX awards_by_placement ON awards (placement_id);

-- Who met a condition, as far as it is known. No names and no addresses.
CREATE TABLE qualifications (
    placement_id TEXT NOT NULL REFERENCES placements (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    -- 'met', 'not-yet', 'held' (a person has to decide), or 'no-longer'.
    state TEXT NOT NULL,
    -- Why not, as JSON with a code; NULL when it is met.
    reason TEXT,
    -- What was seen of each rule that is met, as JSON.
    evidence TEXT NOT NULL,
    first_met_at BIGINT,
    checked_at BIGINT NOT NULL,
    UNIQUE (placement_id, subject)
);

-- People whom a launch of a course showed as staff. Rosters of some platforms call them learners.
CREATE TABLE course_staff (
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    context_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (registration_id, context_id, subject)
);
