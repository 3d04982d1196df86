package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"
)

// TemplateState says where a version of a tone template stands.
type TemplateState string

// The states of a version. At most one of a name is published.
const (
	TemplateDraft     TemplateState = "draft"
	TemplateWaiting   TemplateState = "waiting"   // for a second person's approval
	TemplatePublished TemplateState = "published" // in force
	TemplateRetired   TemplateState = "retired"   // was in force
	TemplateDiscarded TemplateState = "discarded" // a draft that nobody wants
)

// TemplateVersion is one version of a tone template. Versions of one name are
// a line: each is written on top of the one before.
type TemplateVersion struct {
	Name       string
	Version    int    // set by the store; 1, 2, …
	Body       string // YAML, as it was written; "" switches the name off
	Hash       string // of Body, see TemplateHash; set by the store
	Base       int    // the version that its author had before them, 0 where there was none
	State      TemplateState
	Note       string // what changed and why, in its author's words
	Actor      string // who wrote it
	At         time.Time
	Approver   string // who put it in force, the last time
	ApprovedAt time.Time
}

// TemplateHash identifies a template's text: the first 12 hex digits of its
// SHA-256.
func TemplateHash(body string) string {
	sum := sha256.Sum256([]byte(body))
	return hex.EncodeToString(sum[:6])
}

// TemplateDecision is what a person decides about a version.
type TemplateDecision struct {
	Name    string
	Version int
	Actor   string
	Note    string
	At      time.Time
	// SecondPerson asks that the actor is not the one who wrote it.
	SecondPerson bool
}

// Reasons why a template is not put in force.
var (
	ErrOwnTemplate  = errors.New("store: a second person must approve this template; ask somebody else to publish it")
	ErrTrialRuns    = errors.New("store: two versions of this template are being tried side by side; stop the trial first")
	ErrNotPublished = errors.New("store: no version of this template is in force; there is nothing to take back")
)

const templateColumns = "t.name, t.version, t.body, t.hash, t.base, t.state, t.note, t.actor, t.at, t.approver, t.approved"

func scanTemplate(row scanner) (t TemplateVersion, err error) {
	return t, row.Scan(&t.Name, &t.Version, &t.Body, &t.Hash, &t.Base, &t.State, &t.Note, &t.Actor,
		(*millisField)(&t.At), &t.Approver, (*millisField)(&t.ApprovedAt))
}

// templateSaid is the audit trail's word on a template.
type templateSaid struct {
	Version  int    `json:"version,omitempty"`
	Hash     string `json:"hash,omitempty"`
	Replaces int    `json:"replaces,omitempty"`
	Note     string `json:"note,omitempty"`
}

// SaveTemplateDraft keeps the next version of a template as a draft.
// ErrConflict where v.Base is not the newest version: somebody else saved one
// meanwhile, which the author has not seen.
func (s *Store) SaveTemplateDraft(ctx context.Context, v TemplateVersion) (TemplateVersion, error) {
	v.Body = clean(v.Body)
	v.State, v.Hash, v.Approver, v.ApprovedAt = TemplateDraft, TemplateHash(v.Body), "", time.Time{}
	err := s.update(ctx, func(t *tx) error {
		last, err := one(ctx, t, scanNumber, "SELECT COALESCE(MAX(version), 0) FROM templates WHERE name = $1", v.Name)
		if err != nil {
			return err
		}
		if v.Base != int(last) {
			return fmt.Errorf("store: version %d of %s was saved meanwhile; look at it, then save yours on top: %w", last, v.Name, ErrConflict)
		}
		v.Version = int(last) + 1
		t.note(v.At, v.Actor, "template.saved", v.Name, templateSaid{Version: v.Version, Hash: v.Hash, Note: v.Note})
		return exec(ctx, t, `INSERT INTO templates (name, version, body, hash, base, state, note, actor, at, rev)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
			v.Name, int64(v.Version), v.Body, v.Hash, int64(v.Base), string(v.State), v.Note, v.Actor, millis(v.At), t.rev)
	})
	return v, err
}

// ProposeTemplate asks for a second person's approval of a draft.
func (s *Store) ProposeTemplate(ctx context.Context, d TemplateDecision) error {
	return s.update(ctx, func(t *tx) error {
		return t.moveTemplate(ctx, d, "template.proposed", TemplateWaiting, TemplateDraft)
	})
}

// DiscardTemplate puts a draft away that nobody wants; it stays in the history.
func (s *Store) DiscardTemplate(ctx context.Context, d TemplateDecision) error {
	return s.update(ctx, func(t *tx) error {
		return t.moveTemplate(ctx, d, "template.discarded", TemplateDiscarded, TemplateDraft, TemplateWaiting)
	})
}

// PublishTemplate puts a draft in force in place of the version that is.
// ErrOwnTemplate where a second person is asked for and the actor wrote it,
// ErrTrialRuns while two versions are tried, ErrConflict where a later version
// is in force already.
func (s *Store) PublishTemplate(ctx context.Context, d TemplateDecision) error {
	return s.update(ctx, func(t *tx) error {
		v, err := t.template(ctx, d.Name, d.Version)
		if err != nil {
			return err
		}
		if v.State != TemplateDraft && v.State != TemplateWaiting {
			return conflictOf(v, "published")
		}
		if d.SecondPerson && d.Actor == v.Actor {
			return ErrOwnTemplate
		}
		was, err := t.publishedTemplate(ctx, d.Name)
		if err != nil {
			return err
		}
		if was > d.Version {
			return fmt.Errorf("store: version %d of %s is in force, which is later than version %d; save a new draft: %w", was, d.Name, d.Version, ErrConflict)
		}
		return t.putInForce(ctx, d, was, "template.published")
	})
}

// RollBackTemplate puts a version in force again that once was.
func (s *Store) RollBackTemplate(ctx context.Context, d TemplateDecision) error {
	return s.update(ctx, func(t *tx) error {
		v, err := t.template(ctx, d.Name, d.Version)
		if err != nil {
			return err
		}
		if v.State != TemplateRetired {
			return conflictOf(v, "rolled back to; only one that was in force before can be")
		}
		was, err := t.publishedTemplate(ctx, d.Name)
		if err != nil {
			return err
		}
		return t.putInForce(ctx, d, was, "template.rolled_back")
	})
}

// RetireTemplate takes the version in force out of it: what the folder or the
// binary has of that name applies again, if anything. d.Version is not read.
func (s *Store) RetireTemplate(ctx context.Context, d TemplateDecision) error {
	return s.update(ctx, func(t *tx) error {
		was, err := t.publishedTemplate(ctx, d.Name)
		if err != nil {
			return err
		}
		if was == 0 {
			return ErrNotPublished
		}
		if err := t.noTrial(ctx, d.Name); err != nil {
			return err
		}
		d.Version = was
		return t.moveTemplate(ctx, d, "template.retired", TemplateRetired, TemplatePublished)
	})
}

func conflictOf(v TemplateVersion, verb string) error {
	return fmt.Errorf("store: version %d of %s is %s and cannot be %s: %w", v.Version, v.Name, v.State, verb, ErrConflict)
}

func (t *tx) template(ctx context.Context, name string, version int) (TemplateVersion, error) {
	return one(ctx, t, scanTemplate, "SELECT "+templateColumns+" FROM templates t WHERE t.name = $1 AND t.version = $2", name, int64(version))
}

// publishedTemplate is the version of a name that is in force, 0 for none.
func (t *tx) publishedTemplate(ctx context.Context, name string) (int, error) {
	v, err := one(ctx, t, scanNumber, "SELECT COALESCE(MAX(version), 0) FROM templates WHERE name = $1 AND state = 'published'", name)
	return int(v), err
}

func (t *tx) noTrial(ctx context.Context, name string) error {
	n, err := one(ctx, t, scanNumber, "SELECT COUNT(*) FROM template_trials WHERE name = $1 AND ended = 0", name)
	if err == nil && n > 0 {
		err = ErrTrialRuns
	}
	return err
}

// putInForce publishes a version in place of another; was is 0 for none.
func (t *tx) putInForce(ctx context.Context, d TemplateDecision, was int, action string) error {
	if err := t.noTrial(ctx, d.Name); err != nil {
		return err
	}
	if err := exec(ctx, t, "UPDATE templates SET state = 'retired', rev = $1 WHERE name = $2 AND state = 'published'", t.rev, d.Name); err != nil {
		return err
	}
	t.note(d.At, d.Actor, action, d.Name, templateSaid{Version: d.Version, Replaces: was, Note: d.Note})
	return exec(ctx, t, `UPDATE templates SET state = 'published', approver = $1, approved = $2, rev = $3
		WHERE name = $4 AND version = $5`, d.Actor, millis(d.At), t.rev, d.Name, int64(d.Version))
}

// moveTemplate changes the state of a version that is in one of the states.
func (t *tx) moveTemplate(ctx context.Context, d TemplateDecision, action string, to TemplateState, from ...TemplateState) error {
	v, err := t.template(ctx, d.Name, d.Version)
	if err != nil {
		return err
	}
	if !slices.Contains(from, v.State) {
		return conflictOf(v, string(to))
	}
	t.note(d.At, d.Actor, action, d.Name, templateSaid{Version: d.Version, Note: d.Note})
	return exec(ctx, t, "UPDATE templates SET state = $1, rev = $2 WHERE name = $3 AND version = $4", string(to), t.rev, d.Name, int64(d.Version))
}

// Templates lists the newest version of each template, by name.
func (s *Store) Templates(ctx context.Context) ([]TemplateVersion, error) {
	all, err := collect(ctx, s.read, scanTemplate, "SELECT "+templateColumns+` FROM templates t
		WHERE t.version = (SELECT MAX(version) FROM templates WHERE name = t.name) ORDER BY t.name`)
	return all, explain(err)
}

// PublishedTemplates lists the versions in force, by name.
func (s *Store) PublishedTemplates(ctx context.Context) ([]TemplateVersion, error) {
	all, err := collect(ctx, s.read, scanTemplate, "SELECT "+templateColumns+" FROM templates t WHERE t.state = 'published' ORDER BY t.name")
	return all, explain(err)
}

// TemplateVersions lists a template's versions, oldest first.
func (s *Store) TemplateVersions(ctx context.Context, name string) ([]TemplateVersion, error) {
	all, err := collect(ctx, s.read, scanTemplate,
		"SELECT "+templateColumns+" FROM templates t WHERE t.name = $1 ORDER BY t.version", name)
	return all, explain(err)
}

// TemplateVersion returns one version.
func (s *Store) TemplateVersion(ctx context.Context, name string, version int) (TemplateVersion, error) {
	v, err := one(ctx, s.read, scanTemplate,
		"SELECT "+templateColumns+" FROM templates t WHERE t.name = $1 AND t.version = $2", name, int64(version))
	return v, explain(err)
}

// TemplateRevision rises with every change to templates and trials: cheap, to
// be polled.
func (s *Store) TemplateRevision(ctx context.Context) (int64, error) {
	rev, err := one(ctx, s.read, scanNumber, `SELECT COALESCE(MAX(rev), 0) FROM (
		SELECT MAX(rev) AS rev FROM templates UNION ALL SELECT MAX(rev) FROM template_trials) AS revs`)
	return rev, explain(err)
}
