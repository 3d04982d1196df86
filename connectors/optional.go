package connectors

import (
	"context"
	"fmt"
	"time"

	"goodgraces/care"
)

// Checker looks, without posting anything, whether the connector can do its
// work: `graces connectors check NAME`.
type Checker interface {
	// Check signs in and reads one page. It returns what it found, in the
	// order of its steps; a step that rests on one that failed is left out.
	// Nothing that it does is seen by anybody on the platform.
	Check(ctx context.Context) []Finding
}

// Finding is one step of a check and what came of it.
type Finding struct {
	Step  string // in a few words: "sign in", "read mentions", "private messages"
	State FindingState
	// Note says what was found ("as @larkspur"); where it does not work, what
	// to do: which permission is missing, and where to click.
	Note string
}

// FindingState is how a step of a check went.
type FindingState string

// The states of a step.
const (
	Works FindingState = "ok"
	Lacks FindingState = "lacks" // a part is missing; the connector goes on without it
	Fails FindingState = "FAIL"  // the connector cannot do its work
)

// Found says that a step works.
func Found(step, format string, args ...any) Finding {
	return Finding{step, Works, fmt.Sprintf(format, args...)}
}

// Lacking says what is missing, and what to do.
func Lacking(step, format string, args ...any) Finding {
	return Finding{step, Lacks, fmt.Sprintf(format, args...)}
}

// Failed says why a step does not work; the remedy follows the error.
func Failed(step string, err error, remedy string) Finding {
	note := err.Error()
	if remedy != "" {
		note += "; " + remedy
	}
	return Finding{step, Fails, note}
}

// Eligible is a connector that knows, before anything is drafted, how a post
// can be answered. Without it, a post can be answered by whatever the Spec can,
// at no cost.
type Eligible interface {
	// Eligibility answers from what the connector knows already; where it must
	// ask the platform, it takes at most the client's timeout. An error says
	// nothing about the post.
	Eligibility(ctx context.Context, m care.Mention) (care.Eligibility, error)
}

// EligibilityOf says how a post can be answered through c, nil being none.
func EligibilityOf(ctx context.Context, c Connector, m care.Mention) (care.Eligibility, error) {
	if e, ok := c.(Eligible); ok {
		return e.Eligibility(ctx, m)
	}
	reply, message := Reach(c)
	e := care.Eligibility{Reply: care.Way{OK: reply}, Message: care.Way{OK: message}}
	if !reply {
		e.Reply.Reason = "this connector only reads: answer by hand"
	}
	if !message {
		e.Message.Reason = "no private message can be sent here"
	}
	return e, nil
}

// Reach says whether a connector can publish answers and send private messages.
func Reach(c Connector) (reply, message bool) {
	if c == nil {
		return false, false
	}
	_, r := c.(Replier)
	_, m := c.(Messenger)
	can := c.Spec().Can
	return r && can.Reply, m && can.Message
}

// Verifier reads what a person published by hand.
type Verifier interface {
	// Verify reads the post at an address that a person pasted and returns its
	// receipt where it is an answer to m by one of our accounts. ErrNotFound,
	// with the reason in words, says that it was read and is not. Any other
	// error proves nothing.
	Verify(ctx context.Context, m care.Mention, address string) (care.Receipt, error)
}

// Keeper keeps files in Env.DataDir that hold live credentials.
type Keeper interface {
	// Keeps lists the files, whether they are there yet or not. They go when the
	// last connector that keeps them is removed.
	Keeps() []string
}

// Host is what the daemon offers a connector besides its settings.
type Host interface {
	// Heard notes a sign of life of the platform.
	Heard()
	// Expires notes when a credential ends; the zero time takes it back. People
	// are warned of the first to end, by its name.
	Expires(what string, at time.Time)
	// Pay books the cost of a call on the day's budget of all processes.
	Pay(ctx context.Context, cost care.Money) error
	// Stored reports whether a platform's post is in the store, and StoredOf
	// lists the IDs of an author's: of those, deletions matter.
	Stored(ctx context.Context, platform, id string) (bool, error)
	StoredOf(ctx context.Context, platform, author string) ([]string, error)
	// Kept lists stored posts of this connector: those of cases that somebody
	// works on, and those read since a moment; see Env.Kept.
	Kept(ctx context.Context, platform string, since time.Time, n int) ([]care.Mention, error)
	// KeptInTurn lists stored posts of this connector, all of them from turn to
	// turn; see Env.KeptInTurn.
	KeptInTurn(ctx context.Context, platform string, behind int64, n int) (Turn, error)
	// Account reports whether an active account of the desk has a name.
	Account(ctx context.Context, name string) (bool, error)
}

// Heard says that the platform gave a sign of life, if only a keep-alive.
func (e Env) Heard() {
	if e.Host != nil {
		e.Host.Heard()
	}
}

// Expires says when a credential ends, so that people are warned days ahead.
func (e Env) Expires(what string, at time.Time) {
	if e.Host != nil {
		e.Host.Expires(what, at)
	}
}

// Pay books the cost of a call before it is made. Where the day's budget does
// not hold it, the error is a *RateLimitError: the call must not be made.
// Requests through Client are counted by themselves.
func (e Env) Pay(ctx context.Context, cost care.Money) error {
	if e.Host == nil || cost <= 0 {
		return nil
	}
	return e.Host.Pay(ctx, cost)
}

// Stored reports whether a post is in the store, whichever process read it and
// however long ago; false outside the daemon. On a platform that tells of every
// deletion there is, it tells those of posts that concern us.
func (e Env) Stored(ctx context.Context, platform, id string) (bool, error) {
	if e.Host == nil {
		return false, nil
	}
	return e.Host.Stored(ctx, platform, id)
}

// StoredOf lists the IDs of an author's posts that are in the store; none
// outside the daemon.
func (e Env) StoredOf(ctx context.Context, platform, author string) ([]string, error) {
	if e.Host == nil {
		return nil, nil
	}
	return e.Host.StoredOf(ctx, platform, author)
}

// keptFor is how long a post is looked at again on which nobody works any more.
const keptFor = 30 * 24 * time.Hour

// Kept lists up to n posts of this connector whose text is stored and still
// counts, whichever process read them: first those of cases that somebody works
// on, then those read in the last 30 days, each the newest first. A connector
// whose platform does not tell of every deletion and edit looks at them again.
// None outside the daemon.
func (e Env) Kept(ctx context.Context, platform string, n int) ([]care.Mention, error) {
	if e.Host == nil {
		return nil, nil
	}
	return e.Host.Kept(ctx, platform, e.Now().Add(-keptFor), n)
}

// Turn is some of the posts that are stored, in the order in which they were read.
type Turn struct {
	Posts []care.Mention
	Next  int64 // behind it the next turn begins; 0, the beginning, where these are the last
	All   int   // how many posts there are, those of the platform's other connectors included
}

// KeptInTurn lists up to n posts of this connector whose text is stored, however
// old, behind the Next of the turn before: all come up, the one that was looked at
// longest ago first. None outside the daemon.
func (e Env) KeptInTurn(ctx context.Context, platform string, behind int64, n int) (Turn, error) {
	if e.Host == nil {
		return Turn{}, nil
	}
	return e.Host.KeptInTurn(ctx, platform, behind, n)
}

// Account reports whether an active account of the desk has a name; true
// outside the daemon, where nobody knows.
func (e Env) Account(ctx context.Context, name string) (bool, error) {
	if e.Host == nil {
		return true, nil
	}
	return e.Host.Account(ctx, name)
}

// States of a connector, as Env.Status is told them.
const (
	Connected    = "connected"
	Degraded     = "degraded" // works, but not all of it
	Disconnected = "disconnected"
	Unauthorised = "unauthorised"
)
