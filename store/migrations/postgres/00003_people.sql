-- +goose Up

-- person: the key of the profile that several linked accounts share; '' for an
-- account that stands alone. The row of a linked account keeps the profile it
-- would have alone. seen: when the profile was last saved, to the day (Unix
-- milliseconds). handle, name: folded, to find accounts that look alike.
ALTER TABLE profiles ADD COLUMN person TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE profiles ADD COLUMN seen BIGINT NOT NULL DEFAULT 0;
ALTER TABLE profiles ADD COLUMN handle TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE profiles ADD COLUMN name TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE profiles SET seen = CAST(EXTRACT(EPOCH FROM now()) AS BIGINT) * 1000;
CREATE INDEX profiles_person ON profiles (person) WHERE person <> '';
CREATE INDEX profiles_seen ON profiles (seen);
CREATE INDEX profiles_handle ON profiles (handle) WHERE handle <> '';
CREATE INDEX profiles_name ON profiles (name) WHERE name <> '';

-- How often people agreed with a signal of the software and how often not.
-- It holds nothing of anybody.
CREATE TABLE signal_counts (
  name      TEXT COLLATE "C" PRIMARY KEY,
  upheld    BIGINT NOT NULL,
  overruled BIGINT NOT NULL
);

CREATE TABLE notes (
  id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author TEXT COLLATE "C" NOT NULL,
  actor  TEXT   NOT NULL,
  text   TEXT   NOT NULL,
  at     BIGINT NOT NULL
);
CREATE INDEX notes_author ON notes (author, id);

-- Hashes of the keys of erased mentions: a post delivered again stays erased.
CREATE TABLE forgotten (
  hash TEXT COLLATE "C" PRIMARY KEY
);

-- A mention that is forgotten gets another key: its case must be found.
CREATE INDEX cases_mention ON cases (mention);
