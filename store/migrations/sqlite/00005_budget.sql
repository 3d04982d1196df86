-- +goose Up

-- Whom a public answer is for and in which thread: what the attention budget
-- counts. A forgotten author's are emptied.
ALTER TABLE sends ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE sends ADD COLUMN thread TEXT NOT NULL DEFAULT '';
ALTER TABLE sends ADD COLUMN closing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sends ADD COLUMN allowed TEXT NOT NULL DEFAULT '';
UPDATE sends SET
  author = COALESCE((SELECT m.author FROM mentions m JOIN cases c ON c.mention = m.key WHERE c.id = sends.case_id), ''),
  thread = COALESCE((SELECT m.thread FROM mentions m JOIN cases c ON c.mention = m.key WHERE c.id = sends.case_id), '');
CREATE INDEX sends_author ON sends (author, created);
