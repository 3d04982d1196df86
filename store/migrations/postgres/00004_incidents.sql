-- +goose Up

-- What the watch for incidents remembers of a post (see classifier/incidents),
-- when it was written, the incident it is part of, and whether it has a matter
-- of its own within it.
ALTER TABLE mentions ADD COLUMN written BIGINT NOT NULL DEFAULT 0;
ALTER TABLE mentions ADD COLUMN sight TEXT NOT NULL DEFAULT '';
ALTER TABLE mentions ADD COLUMN incident TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE mentions ADD COLUMN own BIGINT NOT NULL DEFAULT 0;
CREATE INDEX mentions_incident ON mentions (incident, read_at) WHERE incident <> '';
DROP INDEX mentions_read_at;
CREATE INDEX mentions_read_at ON mentions (read_at, case_id, incident);

ALTER TABLE cases ADD COLUMN incident TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX cases_incident ON cases (incident, id) WHERE incident <> '';

CREATE TABLE incidents (
  id       TEXT COLLATE "C"    PRIMARY KEY,
  spot     TEXT COLLATE "C"    NOT NULL UNIQUE,
  kind     TEXT COLLATE "C"    NOT NULL,
  platform TEXT COLLATE "C"    NOT NULL,
  thread   TEXT COLLATE "C"    NOT NULL,
  origin   TEXT COLLATE "C"    NOT NULL,
  topic    TEXT    NOT NULL,
  lead     TEXT COLLATE "C"    NOT NULL,
  note     TEXT    NOT NULL,
  started  BIGINT NOT NULL,
  ended    BIGINT NOT NULL,
  separate BIGINT NOT NULL
);
CREATE INDEX incidents_ended ON incidents (ended, started);
