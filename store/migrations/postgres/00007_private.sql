-- +goose Up

-- How the routes into private stand, as people and programs say it. wait_at 0:
-- nobody knows the wait. until 0: closed until somebody says otherwise.
CREATE TABLE routes (
  name    TEXT COLLATE "C"    PRIMARY KEY,
  wait    BIGINT NOT NULL,
  wait_at BIGINT NOT NULL,
  closed  BIGINT NOT NULL,
  until   BIGINT NOT NULL,
  reason  TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  at      BIGINT NOT NULL
);

-- Keys that sign what we hand out. Never exported, never shown.
CREATE TABLE keys (
  name  TEXT COLLATE "C" PRIMARY KEY,
  value TEXT NOT NULL
);

-- What customers said in private: by a form, whose link works once (used is
-- the hash of its token), or to a person who wrote it down.
CREATE TABLE answers (
  id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id   TEXT COLLATE "C"    NOT NULL,
  kind      TEXT COLLATE "C"    NOT NULL,
  used      TEXT COLLATE "C"    NOT NULL UNIQUE,
  reference TEXT    NOT NULL,
  contact   TEXT    NOT NULL,
  body      TEXT    NOT NULL,
  score     BIGINT NOT NULL,
  template  TEXT COLLATE "C"    NOT NULL,
  actor     TEXT    NOT NULL,
  at        BIGINT NOT NULL,
  seen      BIGINT NOT NULL
);
CREATE INDEX answers_case ON answers (case_id, at);
CREATE INDEX answers_at ON answers (at);
CREATE INDEX answers_unseen ON answers (case_id) WHERE seen = 0;

-- When a case was resolved (0: it is not, or was before this), and whether to
-- ask how it went: '' is yes, 'declined' is no, and 'never' is for those who
-- were folded, and for matters of law and safety.
ALTER TABLE cases ADD COLUMN resolved BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN followed TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE cases SET followed = 'never' WHERE state IN ('folded', 'legal', 'safety');
CREATE INDEX cases_resolved ON cases (resolved) WHERE resolved > 0;

-- The route that a send offers or takes: what waits are measured by.
ALTER TABLE sends ADD COLUMN route TEXT COLLATE "C" NOT NULL DEFAULT '';
