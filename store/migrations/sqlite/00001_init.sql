-- +goose Up

-- One row, read and written by every transaction that changes a case or the
-- audit trail: the last revision, and the end of the hash chain.
CREATE TABLE ledger (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  rev  INTEGER NOT NULL,
  seq  INTEGER NOT NULL,
  hash TEXT    NOT NULL
);
INSERT INTO ledger (id, rev, seq, hash) VALUES (1, 0, 0, '');

CREATE TABLE mentions (
  seq      INTEGER PRIMARY KEY,
  key      TEXT    NOT NULL UNIQUE,
  author   TEXT    NOT NULL,
  thread   TEXT    NOT NULL,
  platform TEXT    NOT NULL,
  read_at  INTEGER NOT NULL,
  case_id  TEXT    NOT NULL,
  deleted  INTEGER NOT NULL,
  search   TEXT    NOT NULL,
  doc      TEXT    NOT NULL,
  verdict  TEXT    NOT NULL
);
CREATE INDEX mentions_author ON mentions (author, seq);
CREATE INDEX mentions_thread ON mentions (thread, seq);
CREATE INDEX mentions_read_at ON mentions (read_at, case_id);

CREATE TABLE cases (
  id             TEXT    PRIMARY KEY,
  mention        TEXT    NOT NULL REFERENCES mentions (key),
  state          TEXT    NOT NULL,
  priority       INTEGER NOT NULL,
  owner          TEXT    NOT NULL,
  note           TEXT    NOT NULL,
  opened         INTEGER NOT NULL,
  due            INTEGER NOT NULL,
  updated        INTEGER NOT NULL,
  first_response INTEGER NOT NULL,
  round          INTEGER NOT NULL,
  rev            INTEGER NOT NULL
);
CREATE INDEX cases_queue ON cases (state, priority DESC, opened, id);
CREATE INDEX cases_priority ON cases (priority DESC, opened, id);
CREATE INDEX cases_opened ON cases (opened, id);
CREATE INDEX cases_rev ON cases (rev);

CREATE TABLE drafts (
  case_id TEXT    NOT NULL REFERENCES cases (id),
  n       INTEGER NOT NULL,
  doc     TEXT    NOT NULL,
  PRIMARY KEY (case_id, n)
);

CREATE TABLE sends (
  id          TEXT    PRIMARY KEY,
  case_id     TEXT    NOT NULL REFERENCES cases (id),
  kind        TEXT    NOT NULL,
  n           INTEGER NOT NULL,
  round       INTEGER NOT NULL,
  leads       INTEGER NOT NULL,
  state       TEXT    NOT NULL,
  connector   TEXT    NOT NULL,
  actor       TEXT    NOT NULL,
  created     INTEGER NOT NULL,
  not_before  INTEGER NOT NULL,
  after_id    TEXT    NOT NULL,
  attempts    INTEGER NOT NULL,
  lookups     INTEGER NOT NULL,
  parked      INTEGER NOT NULL,
  claimed_by  TEXT    NOT NULL,
  claim_until INTEGER NOT NULL,
  erase       INTEGER NOT NULL,
  body        TEXT    NOT NULL,
  otherwise   TEXT    NOT NULL,
  reason      TEXT    NOT NULL,
  mention     TEXT    NOT NULL,
  receipt     TEXT    NOT NULL
);
CREATE INDEX sends_case ON sends (case_id, created);
CREATE INDEX sends_state ON sends (state, not_before);

CREATE TABLE decisions (
  seq     INTEGER PRIMARY KEY,
  case_id TEXT    NOT NULL REFERENCES cases (id),
  actor   TEXT    NOT NULL,
  kind    TEXT    NOT NULL,
  reason  TEXT    NOT NULL,
  at      INTEGER NOT NULL
);
CREATE INDEX decisions_case ON decisions (case_id, seq);

CREATE TABLE audit (
  seq    INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  actor  TEXT    NOT NULL,
  action TEXT    NOT NULL,
  object TEXT    NOT NULL,
  detail TEXT    NOT NULL,
  hash   TEXT    NOT NULL
);
CREATE INDEX audit_object ON audit (object, seq);

-- +goose StatementBegin
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
-- +goose StatementEnd
-- INSERT OR REPLACE fires no DELETE trigger.
-- +goose StatementBegin
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
-- +goose StatementEnd

CREATE TABLE profiles (
  key     TEXT    PRIMARY KEY,
  version INTEGER NOT NULL,
  doc     TEXT    NOT NULL
);

CREATE TABLE users (
  name     TEXT    PRIMARY KEY,
  role     TEXT    NOT NULL,
  hash     TEXT    NOT NULL,
  initials TEXT    NOT NULL,
  disabled INTEGER NOT NULL,
  created  INTEGER NOT NULL
);

CREATE TABLE sign_ins (
  token_hash TEXT    PRIMARY KEY,
  user_name  TEXT    NOT NULL,
  expires    INTEGER NOT NULL
);

CREATE TABLE sessions (
  token_hash TEXT    PRIMARY KEY,
  doc        BLOB    NOT NULL,
  expires    INTEGER NOT NULL
);
CREATE INDEX sessions_expires ON sessions (expires);

CREATE TABLE templates (
  name    TEXT    NOT NULL,
  version INTEGER NOT NULL,
  body    TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (name, version)
);

CREATE TABLE cursors (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE leases (
  name   TEXT    PRIMARY KEY,
  holder TEXT    NOT NULL,
  until  INTEGER NOT NULL
);
