package store

import (
	"context"
	"time"

	"goodgraces/care"
)

// Store is an open database.
type Store struct{}

// Open opens the store at url: a file path or file: URL for SQLite, or
// postgres://… It does not migrate. It fails with a remedy when the file is
// locked, the disk is full or the server cannot be reached.
func Open(ctx context.Context, url string) (*Store, error) { panic("skeleton") }

var _ API = (*Store)(nil)

func (s *Store) Migrate(ctx context.Context) error                              { panic("skeleton") }
func (s *Store) Version(ctx context.Context) (current, latest int64, err error) { panic("skeleton") }
func (s *Store) Ping(ctx context.Context) error                                 { panic("skeleton") }
func (s *Store) Close() error                                                   { panic("skeleton") }
func (s *Store) Record(ctx context.Context, hs []Handled, profiles []care.Profile) error {
	panic("skeleton")
}
func (s *Store) Known(ctx context.Context, keys []string) (map[string]string, error) {
	panic("skeleton")
}
func (s *Store) Retract(ctx context.Context, keys []string, at time.Time) error { panic("skeleton") }
func (s *Store) Mention(ctx context.Context, key string) (MentionRow, error)    { panic("skeleton") }
func (s *Store) Mentions(ctx context.Context, f MentionFilter) ([]MentionRow, error) {
	panic("skeleton")
}
func (s *Store) CountMentions(ctx context.Context, since time.Time) (total, withoutCase int, err error) {
	panic("skeleton")
}
func (s *Store) Profiles(ctx context.Context, keys []string) (map[string]care.Profile, error) {
	panic("skeleton")
}
func (s *Store) Forget(ctx context.Context, authorKey, actor string, at time.Time) (int, error) {
	panic("skeleton")
}
func (s *Store) Case(ctx context.Context, id string) (*CaseFile, error)          { panic("skeleton") }
func (s *Store) Cases(ctx context.Context, f CaseFilter) ([]CaseRow, error)      { panic("skeleton") }
func (s *Store) CaseFiles(ctx context.Context, f CaseFilter) ([]CaseFile, error) { panic("skeleton") }
func (s *Store) CountCases(ctx context.Context) (Counts, error)                  { panic("skeleton") }
func (s *Store) ChangedSince(ctx context.Context, since int64) (ids []string, next int64, err error) {
	panic("skeleton")
}
func (s *Store) OpenCase(ctx context.Context, mentionKey, actor string, at time.Time) (care.Case, error) {
	panic("skeleton")
}
func (s *Store) Decide(ctx context.Context, d care.Decision, to care.State) (care.Case, error) {
	panic("skeleton")
}
func (s *Store) SaveDraft(ctx context.Context, d care.Draft) (care.Draft, error) { panic("skeleton") }
func (s *Store) Approve(ctx context.Context, a Approval) ([]care.Send, error)    { panic("skeleton") }
func (s *Store) RecentAnswers(ctx context.Context, connector string, limit int) ([]string, error) {
	panic("skeleton")
}
func (s *Store) ClaimSends(ctx context.Context, holder string, now time.Time, lease time.Duration, limit int) ([]care.Send, error) {
	panic("skeleton")
}
func (s *Store) Settle(ctx context.Context, done Settlement) error         { panic("skeleton") }
func (s *Store) Send(ctx context.Context, id string) (care.Send, error) { panic("skeleton") }
func (s *Store) Sends(ctx context.Context, states []care.SendState, limit int) ([]care.Send, error) {
	panic("skeleton")
}
func (s *Store) CountSends(ctx context.Context) (map[care.SendState]int, error) { panic("skeleton") }
func (s *Store) Audit(ctx context.Context, object string, after int64, limit int) ([]AuditEntry, error) {
	panic("skeleton")
}
func (s *Store) AppendAudit(ctx context.Context, e AuditEntry) error { panic("skeleton") }
func (s *Store) VerifyAudit(ctx context.Context) (int64, error)      { panic("skeleton") }
func (s *Store) SaveUser(ctx context.Context, u User) error          { panic("skeleton") }
func (s *Store) User(ctx context.Context, name string) (User, error) { panic("skeleton") }
func (s *Store) Users(ctx context.Context) ([]User, error)           { panic("skeleton") }
func (s *Store) SaveSignIn(ctx context.Context, tokenHash, user string, expires time.Time) error {
	panic("skeleton")
}
func (s *Store) RedeemSignIn(ctx context.Context, tokenHash string, now time.Time) (string, error) {
	panic("skeleton")
}
func (s *Store) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	panic("skeleton")
}
func (s *Store) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	panic("skeleton")
}
func (s *Store) DeleteCtx(ctx context.Context, token string) error { panic("skeleton") }
func (s *Store) SaveTemplate(ctx context.Context, t TemplateVersion) (TemplateVersion, error) {
	panic("skeleton")
}
func (s *Store) Templates(ctx context.Context) ([]TemplateVersion, error) { panic("skeleton") }
func (s *Store) TemplateVersions(ctx context.Context, name string) ([]TemplateVersion, error) {
	panic("skeleton")
}
func (s *Store) Cursor(ctx context.Context, name string) (string, error)  { panic("skeleton") }
func (s *Store) SaveCursor(ctx context.Context, name, value string) error { panic("skeleton") }
func (s *Store) AcquireLease(ctx context.Context, name, holder string, now time.Time, ttl time.Duration) (bool, error) {
	panic("skeleton")
}
func (s *Store) ReleaseLease(ctx context.Context, name, holder string) error { panic("skeleton") }
