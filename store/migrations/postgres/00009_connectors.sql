-- +goose Up

-- How each connector does, as its reader said last (JSON of care.Health).
CREATE TABLE connector_health (
  name TEXT COLLATE "C" PRIMARY KEY,
  doc  TEXT NOT NULL
);

-- What each connector used in a day (days since 1970, UTC) over all processes:
-- requests, and money in millionths of a US dollar.
CREATE TABLE connector_usage (
  name     TEXT COLLATE "C"  NOT NULL,
  day      BIGINT NOT NULL,
  requests BIGINT NOT NULL,
  money    BIGINT NOT NULL,
  PRIMARY KEY (name, day)
);

-- Until when the platform wants no more calls of a kind.
CREATE TABLE connector_limits (
  name  TEXT COLLATE "C" NOT NULL,
  call  TEXT    NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (name, call)
);
