// Package desk is where people work: the queue of cases, the case with its
// draft, approval, and the few pages around them. Pages are rendered on the
// server and work without script; script makes them live and quick.
package desk

import (
	"context"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/queue"
	"goodgraces/responder"
	"goodgraces/responder/link"
	"goodgraces/store"
)

// Options is what the daemon wires into a desk. Store, Responder and Config
// are required; whatever else is missing leaves its page or check out.
type Options struct {
	Store     *store.Store
	Responder func() *responder.Responder // the one in force: it is replaced on reload
	Config    func() *config.Config       // the one in force
	// Reach says how a post can be answered. nil is in every way.
	Reach func(m care.Mention) Reach
	// Verify reads an answer that a person published by hand: its receipt, or
	// an error that wraps connectors.ErrNotFound where it is none, and any other
	// where nobody can tell. nil verifies nothing.
	Verify func(ctx context.Context, m care.Mention, address string) (care.Receipt, error)
	// Check signs a connector in and says what works; nothing is posted. nil
	// checks none.
	Check func(ctx context.Context, name string) []connectors.Finding
	// ConnectorType finds a type of connector by its name; nil knows none.
	ConnectorType func(name string) (connectors.Type, bool)
	// ConnectorTypes lists the types; nil offers none.
	ConnectorTypes func() []connectors.Type
	// Connectors changes the connectors that are set up here; nil changes none.
	Connectors Connectors
	// DeadLetters is the queue's list of what could not be handled.
	DeadLetters DeadLetters
	Status      func() []ConnectorStatus
	// ConfigError returns why the configuration file, as it is now, was
	// refused; nil when it is in force.
	ConfigError func() error
	// TemplateError says which tone templates, as they are now, are not in
	// force, and why; nil where all are.
	TemplateError func() error
	// FolderError says why the files of templates and known answers are refused
	// as they are now; nil where they are in force.
	FolderError func() error
	// TemplatesChanged puts what was just published in force here at once; the
	// other processes follow by themselves.
	TemplatesChanged func(context.Context)
	// AnswersChanged puts the files of known answers, which were just written, in
	// force here at once, or says why they are not; nil leaves them to be found.
	AnswersChanged func() error
	Hooks          http.Handler                // of platforms' calls, mounted at /hooks/{name} without session
	Metrics        http.Handler                // mounted at /metrics, without session
	Ready          func(context.Context) error // what /readyz asks; errors.Join is listed one by one
	Topics         func() []string             // what a post may be about; nil offers none but the verdict's
	Model          func() string               // version of the model in force; nil is not told
	Version        string
	Links          link.Signer      // of the forms for customers; the zero value has none
	Log            *slog.Logger     // nil discards
	Now            func() time.Time // nil is time.Now
	PollEvery      time.Duration    // how often the store is asked for changes while a page is open; 0 is 500 ms
}

// Reach is how far a connector goes with a post.
type Reach struct {
	CanReply   bool       // it can publish an answer
	CanMessage bool       // it can send a private message
	Why        string     // why it cannot reply, and what to do instead
	WhyMessage string     // why it cannot send a message
	Cost       care.Money // of an answer
	LinkCost   care.Money // of an answer with a link; 0 is the same
	Message    care.Money // of a private message
}

// costs puts what an answer costs into words; "" where it is free.
func (r Reach) costs(dr care.Draft) string {
	cost := r.Cost
	if r.LinkCost > cost && (linked(dr.Text) || linked(dr.Otherwise)) {
		cost = r.LinkCost
	}
	if messages(dr, r) {
		cost += r.Message
	}
	if cost == 0 {
		return ""
	}
	return "Costs " + cost.String() + "."
}

// linked reports whether a text holds what a platform would make a link.
func linked(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "http://") || strings.Contains(text, "https://") || strings.Contains(text, "www.")
}

// DeadLetters is what the desk needs of a queue.Queue.
type DeadLetters interface {
	DeadLetters(ctx context.Context, after string, limit int) ([]queue.DeadLetter, error)
	Requeue(ctx context.Context, ids ...string) (int, error)
	Lag(ctx context.Context) (queue.Lag, error)
}

// ConnectorStatus is how a connector does.
type ConnectorStatus struct {
	Name   string
	State  string // in words: connected, degraded, disconnected, unauthorised
	Reason string
	Since  time.Time
	Health care.Health // what the process that reads it says; zero where none does
}

// drafter is what the desk needs of a responder.Responder.
type drafter interface {
	Draft(responder.Request) care.Draft
	Statement(responder.Request) care.Draft
	Recheck(care.Draft, responder.Request) care.Draft
	ClosingLine(responder.Request) care.Draft
	FollowUp(responder.Request) care.Draft
	CheckClosingLine(string, responder.Request) []care.Check
	CheckPrivate(string, responder.Request) []care.Check
}

// Desk serves the web desk. It is safe for concurrent use.
type Desk struct {
	o         Options
	responder func() drafter
	pages     map[string]*template.Template
	assets    assets
	sessions  *scs.SessionManager
	passwords passwords
	attempts  *attempts
	// formAttempts is apart: customers at their forms must not keep people from
	// signing in.
	formAttempts *attempts
	live         *live
	checks       *checks
	seen         platforms
	names        sync.Map // text of a given template → the name in it
	handler      http.Handler
	closing      sync.Once
}

// New makes a desk. It starts nothing: the one goroutine that looks for changes
// runs only while pages are open.
func New(o Options) (*Desk, error) {
	if o.Store == nil || o.Responder == nil || o.Config == nil {
		return nil, errors.New("desk: Options.Store, Responder and Config are required")
	}
	o = o.withDefaults()
	files, err := loadAssets()
	if err != nil {
		return nil, err
	}
	pages, err := parsedPages()
	if err != nil {
		return nil, err
	}
	d := &Desk{
		o: o, pages: pages, assets: files,
		responder: func() drafter { return o.Responder() },
		passwords: newPasswords(),
		attempts:  newAttempts(signInRates), formAttempts: newAttempts(formRates),
		live: newLive(o), checks: newChecks(o),
	}
	d.sessions = newSessions(o, d.sessionFailed)
	d.handler, err = d.mount()
	return d, err
}

// Handler serves every page, the hooks, the metrics and the health checks.
func (d *Desk) Handler() http.Handler { return d.handler }

// Close ends running checks and the live connections, so that a graceful http.Server.Shutdown does
// not wait for them: call it first, or by RegisterOnShutdown. Safe to call twice.
func (d *Desk) Close() { d.closing.Do(func() { d.checks.close(); d.live.close() }) }

func (o Options) withDefaults() Options {
	if o.Reach == nil {
		o.Reach = func(care.Mention) Reach { return Reach{CanReply: true, CanMessage: true} }
	}
	if o.Status == nil {
		o.Status = func() []ConnectorStatus { return nil }
	}
	if o.ConfigError == nil {
		o.ConfigError = func() error { return nil }
	}
	if o.TemplateError == nil {
		o.TemplateError = func() error { return nil }
	}
	if o.FolderError == nil {
		o.FolderError = func() error { return nil }
	}
	if o.TemplatesChanged == nil {
		o.TemplatesChanged = func(context.Context) {}
	}
	if o.AnswersChanged == nil {
		o.AnswersChanged = func() error { return nil }
	}
	if o.Topics == nil {
		o.Topics = func() []string { return nil }
	}
	if o.Model == nil {
		o.Model = func() string { return "" }
	}
	if o.Ready == nil {
		o.Ready = o.Store.Ping
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.PollEvery <= 0 {
		o.PollEvery = 500 * time.Millisecond
	}
	return o
}

// secure reports whether people reach the desk by https alone.
func (o Options) secure() bool { return strings.HasPrefix(o.Config().Desk.PublicURL, "https://") }
