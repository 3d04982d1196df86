-- +goose Up

-- A profile is saved with every post, so saving must touch no index. checked:
-- a day on or before seen, by which retention finds a profile; a save moves
-- seen alone, retention moves checked after it. doc is packed from now on (see
-- profiledoc.go); what is JSON is packed when it is saved again.
ALTER TABLE profiles ADD COLUMN checked INTEGER NOT NULL DEFAULT 0;
DROP INDEX profiles_seen;
UPDATE profiles SET checked = seen;
CREATE INDEX profiles_checked ON profiles (checked) WHERE person = '';
