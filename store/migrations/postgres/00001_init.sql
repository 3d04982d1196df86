-- +goose Up

-- One row, read and written by every transaction that changes a case or the
-- audit trail: the last revision, and the end of the hash chain.
CREATE TABLE ledger (
  id   BIGINT  PRIMARY KEY CHECK (id = 1),
  rev  BIGINT  NOT NULL,
  seq  BIGINT  NOT NULL,
  hash TEXT    NOT NULL
);
INSERT INTO ledger (id, rev, seq, hash) VALUES (1, 0, 0, '');

CREATE TABLE mentions (
  seq      BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key      TEXT COLLATE "C"    NOT NULL UNIQUE,
  author   TEXT COLLATE "C"    NOT NULL,
  thread   TEXT COLLATE "C"    NOT NULL,
  platform TEXT COLLATE "C"    NOT NULL,
  read_at  BIGINT  NOT NULL,
  case_id  TEXT COLLATE "C"    NOT NULL,
  deleted  BIGINT  NOT NULL,
  search   TEXT    NOT NULL,
  doc      TEXT    NOT NULL,
  verdict  TEXT    NOT NULL
);
CREATE INDEX mentions_author ON mentions (author, seq);
CREATE INDEX mentions_thread ON mentions (thread, seq);
CREATE INDEX mentions_read_at ON mentions (read_at, case_id);

CREATE TABLE cases (
  id             TEXT COLLATE "C"    PRIMARY KEY,
  mention        TEXT COLLATE "C"    NOT NULL REFERENCES mentions (key),
  state          TEXT COLLATE "C"    NOT NULL,
  priority       BIGINT  NOT NULL,
  owner          TEXT    NOT NULL,
  note           TEXT    NOT NULL,
  opened         BIGINT  NOT NULL,
  due            BIGINT  NOT NULL,
  updated        BIGINT  NOT NULL,
  first_response BIGINT  NOT NULL,
  round          BIGINT  NOT NULL,
  rev            BIGINT  NOT NULL
);
CREATE INDEX cases_queue ON cases (state, priority DESC, opened, id);
CREATE INDEX cases_priority ON cases (priority DESC, opened, id);
CREATE INDEX cases_opened ON cases (opened, id);
CREATE INDEX cases_rev ON cases (rev);

CREATE TABLE drafts (
  case_id TEXT COLLATE "C"    NOT NULL REFERENCES cases (id),
  n       BIGINT  NOT NULL,
  doc     TEXT    NOT NULL,
  PRIMARY KEY (case_id, n)
);

CREATE TABLE sends (
  id          TEXT COLLATE "C"    PRIMARY KEY,
  case_id     TEXT COLLATE "C"    NOT NULL REFERENCES cases (id),
  kind        TEXT COLLATE "C"    NOT NULL,
  n           BIGINT  NOT NULL,
  round       BIGINT  NOT NULL,
  leads       BIGINT  NOT NULL,
  state       TEXT COLLATE "C"    NOT NULL,
  connector   TEXT    NOT NULL,
  actor       TEXT    NOT NULL,
  created     BIGINT  NOT NULL,
  not_before  BIGINT  NOT NULL,
  after_id    TEXT COLLATE "C"    NOT NULL,
  attempts    BIGINT  NOT NULL,
  lookups     BIGINT  NOT NULL,
  parked      BIGINT  NOT NULL,
  claimed_by  TEXT    NOT NULL,
  claim_until BIGINT  NOT NULL,
  erase       BIGINT  NOT NULL,
  body        TEXT    NOT NULL,
  otherwise   TEXT    NOT NULL,
  reason      TEXT    NOT NULL,
  mention     TEXT    NOT NULL,
  receipt     TEXT    NOT NULL
);
CREATE INDEX sends_case ON sends (case_id, created);
CREATE INDEX sends_state ON sends (state, not_before);

CREATE TABLE decisions (
  seq     BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id TEXT COLLATE "C"    NOT NULL REFERENCES cases (id),
  actor   TEXT    NOT NULL,
  kind    TEXT COLLATE "C"    NOT NULL,
  reason  TEXT    NOT NULL,
  at      BIGINT  NOT NULL
);
CREATE INDEX decisions_case ON decisions (case_id, seq);

CREATE TABLE audit (
  seq    BIGINT  PRIMARY KEY,
  at     BIGINT  NOT NULL,
  actor  TEXT    NOT NULL,
  action TEXT    NOT NULL,
  object TEXT COLLATE "C"    NOT NULL,
  detail TEXT    NOT NULL,
  hash   TEXT    NOT NULL
);
CREATE INDEX audit_object ON audit (object, seq);

-- +goose StatementBegin
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$;
-- +goose StatementEnd
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();

CREATE TABLE profiles (
  key     TEXT COLLATE "C"    PRIMARY KEY,
  version BIGINT  NOT NULL,
  doc     TEXT    NOT NULL
);

CREATE TABLE users (
  name     TEXT COLLATE "C"    PRIMARY KEY,
  role     TEXT    NOT NULL,
  hash     TEXT    NOT NULL,
  initials TEXT    NOT NULL,
  disabled BIGINT  NOT NULL,
  created  BIGINT  NOT NULL
);

CREATE TABLE sign_ins (
  token_hash TEXT COLLATE "C"    PRIMARY KEY,
  user_name  TEXT    NOT NULL,
  expires    BIGINT  NOT NULL
);

CREATE TABLE sessions (
  token_hash TEXT COLLATE "C"    PRIMARY KEY,
  doc        BYTEA   NOT NULL,
  expires    BIGINT  NOT NULL
);
CREATE INDEX sessions_expires ON sessions (expires);

CREATE TABLE templates (
  name    TEXT COLLATE "C"    NOT NULL,
  version BIGINT  NOT NULL,
  body    TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  at      BIGINT  NOT NULL,
  PRIMARY KEY (name, version)
);

CREATE TABLE cursors (
  name  TEXT COLLATE "C" PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE leases (
  name   TEXT COLLATE "C"    PRIMARY KEY,
  holder TEXT    NOT NULL,
  until  BIGINT  NOT NULL
);
