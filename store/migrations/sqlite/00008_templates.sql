-- +goose Up

-- Versions of a tone template, one line of them a name: each is written on top
-- of the one before. state: draft, waiting (for approval), published (at most
-- one a name), retired (was published), discarded. rev: the ledger's, of the
-- last change, so that one number tells every process that something changed.
ALTER TABLE templates ADD COLUMN state TEXT NOT NULL DEFAULT 'draft';
ALTER TABLE templates ADD COLUMN base INTEGER NOT NULL DEFAULT 0;
ALTER TABLE templates ADD COLUMN hash TEXT NOT NULL DEFAULT '';
ALTER TABLE templates ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE templates ADD COLUMN approver TEXT NOT NULL DEFAULT '';
ALTER TABLE templates ADD COLUMN approved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE templates ADD COLUMN rev INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX templates_published ON templates (name) WHERE state = 'published';
CREATE INDEX templates_rev ON templates (rev);

-- Two versions side by side: b gets share per cent of the cases. version_a and
-- version_b are the labels that drafts carry.
CREATE TABLE template_trials (
  id        INTEGER PRIMARY KEY,
  name      TEXT    NOT NULL,
  a         INTEGER NOT NULL,
  b         INTEGER NOT NULL,
  version_a TEXT    NOT NULL,
  version_b TEXT    NOT NULL,
  share     INTEGER NOT NULL,
  note      TEXT    NOT NULL,
  actor     TEXT    NOT NULL,
  started   INTEGER NOT NULL,
  ended_by  TEXT    NOT NULL,
  ended     INTEGER NOT NULL,
  rev       INTEGER NOT NULL
);
CREATE UNIQUE INDEX template_trials_running ON template_trials (name) WHERE ended = 0;
CREATE INDEX template_trials_rev ON template_trials (rev);

-- What became of a draft that a template wrote. distance: how much of it was
-- rewritten before approval, in thousandths of its words. heat, heat_next: how
-- hot the post was and the author's next one after our answer, in thousandths;
-- -1 where there is none. author, thread: kept only while that next post is
-- waited for, and emptied when the author is forgotten.
CREATE TABLE template_uses (
  case_id   TEXT    NOT NULL REFERENCES cases (id),
  n         INTEGER NOT NULL,
  template  TEXT    NOT NULL,
  version   TEXT    NOT NULL,
  trial     INTEGER NOT NULL,
  outcome   TEXT    NOT NULL,
  distance  INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  answered  INTEGER NOT NULL DEFAULT 0,
  heat      INTEGER NOT NULL,
  heat_next INTEGER NOT NULL DEFAULT -1,
  author    TEXT    NOT NULL DEFAULT '',
  thread    TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (case_id, n)
);
CREATE INDEX template_uses_author ON template_uses (author) WHERE author <> '';

-- The uses and the follow-ups' scores added up by day (its start, UTC), kept in
-- the same transactions: a year of a busy team is some thousand rows.
CREATE TABLE template_counts (
  template  TEXT    NOT NULL,
  version   TEXT    NOT NULL,
  trial     INTEGER NOT NULL,
  day       INTEGER NOT NULL,
  approved  INTEGER NOT NULL,
  edited    INTEGER NOT NULL,
  distance  INTEGER NOT NULL,
  squares   INTEGER NOT NULL,
  rejected  INTEGER NOT NULL,
  another   INTEGER NOT NULL,
  again     INTEGER NOT NULL,
  calmer    INTEGER NOT NULL,
  scored    INTEGER NOT NULL,
  score     INTEGER NOT NULL,
  score2    INTEGER NOT NULL,
  PRIMARY KEY (template, version, trial, day)
);
CREATE INDEX template_counts_trial ON template_counts (trial) WHERE trial > 0;
