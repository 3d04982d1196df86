-- +goose Up

-- What people say a post is: one word a person and label.
CREATE TABLE corrections (
  mention TEXT COLLATE "C"    NOT NULL REFERENCES mentions (key) ON DELETE CASCADE,
  label   TEXT COLLATE "C"    NOT NULL,
  actor   TEXT COLLATE "C"    NOT NULL,
  value   TEXT    NOT NULL,
  at      BIGINT  NOT NULL,
  implied BIGINT  NOT NULL,
  PRIMARY KEY (mention, label, actor)
);
CREATE INDEX corrections_at ON corrections (at);

-- Every run of learning: what came of it, and the model where one was made.
CREATE TABLE models (
  version  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  base     TEXT    NOT NULL,
  made     BIGINT  NOT NULL,
  actor    TEXT    NOT NULL,
  replaces BIGINT  NOT NULL,
  active   BIGINT  NOT NULL,
  body     TEXT    NOT NULL,
  report   TEXT    NOT NULL
);
CREATE UNIQUE INDEX models_active ON models (active) WHERE active = 1;
