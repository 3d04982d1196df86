-- +goose Up

-- How each connector does, as its reader said last (JSON of care.Health).
CREATE TABLE connector_health (
  name TEXT PRIMARY KEY,
  doc  TEXT NOT NULL
);

-- What each connector used in a day (days since 1970, UTC) over all processes:
-- requests, and money in millionths of a US dollar.
CREATE TABLE connector_usage (
  name     TEXT    NOT NULL,
  day      INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  money    INTEGER NOT NULL,
  PRIMARY KEY (name, day)
);

-- Until when the platform wants no more calls of a kind.
CREATE TABLE connector_limits (
  name  TEXT    NOT NULL,
  call  TEXT    NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (name, call)
);
