-- +goose Up

-- What people say a post is: one word a person and label.
CREATE TABLE corrections (
  mention TEXT    NOT NULL REFERENCES mentions (key) ON DELETE CASCADE,
  label   TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  value   TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  implied INTEGER NOT NULL,
  PRIMARY KEY (mention, label, actor)
);
CREATE INDEX corrections_at ON corrections (at);

-- Every run of learning: what came of it, and the model where one was made.
CREATE TABLE models (
  version  INTEGER PRIMARY KEY,
  base     TEXT    NOT NULL,
  made     INTEGER NOT NULL,
  actor    TEXT    NOT NULL,
  replaces INTEGER NOT NULL,
  active   INTEGER NOT NULL,
  body     TEXT    NOT NULL,
  report   TEXT    NOT NULL
);
CREATE UNIQUE INDEX models_active ON models (active) WHERE active = 1;
