-- +goose Up

-- Versions of a tone template, one line of them a name: each is written on top
-- of the one before. state: draft, waiting (for approval), published (at most
-- one a name), retired (was published), discarded. rev: the ledger's, of the
-- last change, so that one number tells every process that something changed.
ALTER TABLE templates ADD COLUMN state TEXT COLLATE "C" NOT NULL DEFAULT 'draft';
ALTER TABLE templates ADD COLUMN base BIGINT NOT NULL DEFAULT 0;
ALTER TABLE templates ADD COLUMN hash TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE templates ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE templates ADD COLUMN approver TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE templates ADD COLUMN approved BIGINT NOT NULL DEFAULT 0;
ALTER TABLE templates ADD COLUMN rev BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX templates_published ON templates (name) WHERE state = 'published';
CREATE INDEX templates_rev ON templates (rev);

-- Two versions side by side: b gets share per cent of the cases. version_a and
-- version_b are the labels that drafts carry.
CREATE TABLE template_trials (
  id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name      TEXT COLLATE "C" NOT NULL,
  a         BIGINT NOT NULL,
  b         BIGINT NOT NULL,
  version_a TEXT COLLATE "C" NOT NULL,
  version_b TEXT COLLATE "C" NOT NULL,
  share     BIGINT NOT NULL,
  note      TEXT NOT NULL,
  actor     TEXT COLLATE "C" NOT NULL,
  started   BIGINT NOT NULL,
  ended_by  TEXT COLLATE "C" NOT NULL,
  ended     BIGINT NOT NULL,
  rev       BIGINT NOT NULL
);
CREATE UNIQUE INDEX template_trials_running ON template_trials (name) WHERE ended = 0;
CREATE INDEX template_trials_rev ON template_trials (rev);

-- What became of a draft that a template wrote. distance: how much of it was
-- rewritten before approval, in thousandths of its words. heat, heat_next: how
-- hot the post was and the author's next one after our answer, in thousandths;
-- -1 where there is none. author, thread: kept only while that next post is
-- waited for, and emptied when the author is forgotten.
CREATE TABLE template_uses (
  case_id   TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
  n         BIGINT NOT NULL,
  template  TEXT COLLATE "C" NOT NULL,
  version   TEXT COLLATE "C" NOT NULL,
  trial     BIGINT NOT NULL,
  outcome   TEXT COLLATE "C" NOT NULL,
  distance  BIGINT NOT NULL,
  at        BIGINT NOT NULL,
  answered  BIGINT NOT NULL DEFAULT 0,
  heat      BIGINT NOT NULL,
  heat_next BIGINT NOT NULL DEFAULT -1,
  author    TEXT COLLATE "C" NOT NULL DEFAULT '',
  thread    TEXT COLLATE "C" NOT NULL DEFAULT '',
  PRIMARY KEY (case_id, n)
);
CREATE INDEX template_uses_author ON template_uses (author) WHERE author <> '';

-- The uses and the follow-ups' scores added up by day (its start, UTC), kept in
-- the same transactions: a year of a busy team is some thousand rows.
CREATE TABLE template_counts (
  template  TEXT COLLATE "C" NOT NULL,
  version   TEXT COLLATE "C" NOT NULL,
  trial     BIGINT  NOT NULL,
  day       BIGINT  NOT NULL,
  approved  BIGINT  NOT NULL,
  edited    BIGINT  NOT NULL,
  distance  BIGINT  NOT NULL,
  squares   BIGINT  NOT NULL,
  rejected  BIGINT  NOT NULL,
  another   BIGINT  NOT NULL,
  again     BIGINT  NOT NULL,
  calmer    BIGINT  NOT NULL,
  scored    BIGINT  NOT NULL,
  score     BIGINT  NOT NULL,
  score2    BIGINT  NOT NULL,
  PRIMARY KEY (template, version, trial, day)
);
CREATE INDEX template_counts_trial ON template_counts (trial) WHERE trial > 0;
