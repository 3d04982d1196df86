-- +goose Up

-- What the watch for incidents remembers of a post (see classifier/incidents),
-- when it was written, the incident it is part of, and whether it has a matter
-- of its own within it.
ALTER TABLE mentions ADD COLUMN written INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mentions ADD COLUMN sight TEXT NOT NULL DEFAULT '';
ALTER TABLE mentions ADD COLUMN incident TEXT NOT NULL DEFAULT '';
ALTER TABLE mentions ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
CREATE INDEX mentions_incident ON mentions (incident, read_at) WHERE incident <> '';
DROP INDEX mentions_read_at;
CREATE INDEX mentions_read_at ON mentions (read_at, case_id, incident);

ALTER TABLE cases ADD COLUMN incident TEXT NOT NULL DEFAULT '';
CREATE INDEX cases_incident ON cases (incident, id) WHERE incident <> '';

CREATE TABLE incidents (
  id       TEXT    PRIMARY KEY,
  spot     TEXT    NOT NULL UNIQUE,
  kind     TEXT    NOT NULL,
  platform TEXT    NOT NULL,
  thread   TEXT    NOT NULL,
  origin   TEXT    NOT NULL,
  topic    TEXT    NOT NULL,
  lead     TEXT    NOT NULL,
  note     TEXT    NOT NULL,
  started  INTEGER NOT NULL,
  ended    INTEGER NOT NULL,
  separate INTEGER NOT NULL
);
CREATE INDEX incidents_ended ON incidents (ended, started);
