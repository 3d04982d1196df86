// Package connectors is the contract between Good Graces and a platform.
//
// A connector is one folder below this one. It implements Connector and as
// many of Source, Replier, Messenger, Finder, Receiver, Checker, Eligible and
// Verifier as its platform allows; connectortest holds every one of them to the promises written here.
// connectors/all lists them.
package connectors

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
)

// Connector is one configured connection to a platform. All methods of a
// connector are safe for concurrent use.
type Connector interface {
	// Name is the configured name: unique, and what Mention.Connector says.
	Name() string
	Spec() Spec
	// Close frees what the connector holds. It is safe to call twice, and
	// without Read having been called.
	Close() error
}

// Source reads mentions.
type Source interface {
	// Read yields batches from the cursor on ("" is the beginning, or now
	// where the platform has no past) until ctx ends, the source is
	// exhausted (nil) or the connection is lost (an error, see below). One
	// call at a time. emit blocks while the queue is slow; the cursor of a
	// batch is saved only after emit returned nil, so a batch may be seen
	// twice but never lost. When emit fails, Read returns that error.
	//
	// Errors: ErrUnauthorized and ErrMisconfigured wait for a person;
	// anything else is retried with a jittered back-off from the last saved
	// cursor. Read returns ctx.Err() within a second of ctx ending.
	Read(ctx context.Context, cursor string, emit func(context.Context, Batch) error) error
}

// Batch is some mentions, in the platform's order, and the cursor behind them.
type Batch struct {
	Mentions []care.Mention
	Cursor   string // "" leaves the saved cursor as it is
}

// Replier publishes an answer below a post.
type Replier interface {
	// Reply publishes s.Text in answer to s.Mention, with s.ID as the
	// platform's idempotency key where it has one. It makes one attempt and
	// returns a receipt, or one of the typed errors of this package. Any
	// other error, a timeout and a cancelled ctx included, means that the
	// message may stand.
	Reply(ctx context.Context, s care.Send) (care.Receipt, error)
}

// Messenger sends a private message to a post's author. The contract is
// Replier's.
type Messenger interface {
	Message(ctx context.Context, s care.Send) (care.Receipt, error)
}

// Finder reads the platform to see whether an earlier send stands.
type Finder interface {
	// Find returns the receipt of s, or ErrNotFound when the platform was
	// read and s does not stand. Any other error proves nothing;
	// ErrCannotFind says that trying again is of no use.
	Find(ctx context.Context, s care.Send) (care.Receipt, error)
}

// Receiver is a connector that platforms call. The desk's listener mounts it
// at /hooks/NAME.
type Receiver interface {
	// Handler serves the platform's calls for as long as Read runs; before
	// and after, it answers 503, so that the platform tries again.
	Handler() http.Handler
}

// Env is what a connector is given besides its settings. Client, Now and Status
// are never nil.
type Env struct {
	// DataDir is a folder where the connector may keep files.
	DataDir string
	// Client makes every HTTP request; its timeout is the sender's.
	Client *http.Client
	// Now is the clock.
	Now func() time.Time
	// Brand's own handles and keywords: what a connector without rules of
	// its own watches for, and whose posts are its own echo.
	Handles  []string
	Keywords []string
	// Status is told of every change: Connected, Degraded, Disconnected or
	// Unauthorised, with the reason in words.
	Status func(state, reason string)
	// Host is reached by Heard, Expires and Pay; nil outside the daemon.
	Host Host
}

// Owns reports whether an author is one of the brand's own accounts.
func (e Env) Owns(a care.Author) bool {
	return slices.ContainsFunc(e.Handles, func(h string) bool {
		h = strings.TrimPrefix(h, "@")
		return h != "" && (strings.EqualFold(h, a.Handle) || h == a.ID)
	})
}

// Type is a kind of connector: its spec, how to set it up, and how to make one. New neither
// touches the network nor starts a goroutine; it returns ErrMisconfigured,
// naming the setting, when the settings cannot work.
type Type struct {
	Spec Spec
	// Setup is the folder's setup.md, embedded: every step and every permission
	// on the platform's side, and where to click. Headings begin at ###.
	Setup string
	New   func(name string, s Settings, env Env) (Connector, error)
}
