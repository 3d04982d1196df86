// Package connectortest is the suite that every connector passes. A connector's
// test gives it a Harness: how to start a local server that speaks the
// platform's protocol, and how to make things happen there.
//
// What it holds a connector to is the contract of package connectors: nothing is
// lost from cursor to cursor, nothing stands twice, every failure of a write is
// reported as what it proves, Read ends when it should, no goroutine is left
// and no secret is told.
package connectortest

import (
	"context"
	"net/http"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"goodgraces/care"
	"goodgraces/connectors"
)

// Keyword stands in every text that the suite has published; a connector with
// rules is configured to watch for it.
const Keyword = "connectortest"

// Harness is what a connector's test gives to the suite.
type Harness struct {
	Type connectors.Type
	// Start starts a fresh platform. It registers its own end with t.Cleanup.
	Start func(t *testing.T) *Platform
}

// Platform is a local server that speaks a platform's protocol.
type Platform struct {
	Settings map[string]any // a connector's, as YAML gives them
	Secrets  []string       // must show in no error and no status

	// Publish makes the platform carry a post with each text, in order, and
	// returns when it does. Where the connector has to take it (a webhook), it
	// tries until it has, or ctx ends.
	Publish func(ctx context.Context, t *testing.T, c connectors.Connector, texts []string)
	// Disturb sends what no connector may choke on: malformed and truncated
	// messages, one of 10 MB.
	Disturb func(t *testing.T, c connectors.Connector)
	// Keeps says that the platform itself keeps what Disturb sent, so that it
	// is not taken for the connector's.
	Keeps bool
	// Plain says that the platform carries text as HTML or XML, which keep
	// neither white space nor control characters: posts count as read when what
	// a reader sees of them is.
	Plain bool
	// Break drops the connections that Read holds; nil where it holds none.
	Break func()
	// Silence makes the platform hold its connections open and say nothing any
	// more, not even a keep-alive; nil where Read holds none. Heartbeat is the
	// interval that Settings ask for: within two of them Read must have ended.
	Silence   func()
	Heartbeat time.Duration
	// ByClock says that the platform's calls carry the time, signed: a clock
	// that is an hour off refuses them on purpose.
	ByClock bool

	// Mention is a post that can be answered.
	Mention care.Mention
	// Standing counts what stands on the platform as an answer, of a kind.
	Standing func(kind care.SendKind) int
	// RefuseMessages makes the author take no private message. It is called
	// before Settings are used, and may change them.
	RefuseMessages func()
	// Delete makes Mention's author delete it, unseen by Read; nil where the
	// connector cannot look whether it stands.
	Delete func()
	// ByHand publishes an answer to Mention as a person at our account would,
	// and returns its address; nil where the connector is no Verifier.
	ByHand func(t *testing.T, text string) (address string)
	// Faults decides the fate of the next write, and of the next read where it
	// has IsRead; nil where neither can fail.
	Faults *Faults
	// Down makes the platform refuse connections.
	Down func()
}

// timeout is that of the connector's HTTP client.
const timeout = 10 * time.Second

// patience bounds how long the suite waits for what must happen.
const patience = time.Minute

// Checks that want a platform or a clock of their own kind.
const (
	messagesRefused = "messages refused"
	clockAhead      = "clock an hour ahead"
	clockBehind     = "clock an hour behind"
)

// skews is how far the connector's clock is from the platform's, by check.
var skews = map[string]time.Duration{clockAhead: time.Hour, clockBehind: -time.Hour}

// Run holds a connector to the contract.
func Run(t *testing.T, h Harness) {
	t.Run("spec", func(t *testing.T) { checkSpec(t, h.Type) })
	for name, check := range map[string]func(*testing.T, *bench){
		"close":              checkClose,
		"nothing is lost":    checkNothingLost,
		clockAhead:           checkNothingLost,
		clockBehind:          checkNothingLost,
		"reading faults":     checkReadingFaults,
		"silence":            checkSilence,
		"memory":             checkMemory,
		"cancel":             checkCancel,
		"cancel in emit":     checkCancelInEmit,
		"emit fails":         checkEmitFails,
		"answers":            checkAnswers,
		"twice is once":      checkTwice,
		"too long":           checkTooLong,
		messagesRefused:      checkMessagesRefused,
		"post is gone":       checkGone,
		"faults":             checkFaults,
		"platform down":      checkDown,
		"cancelled and over": checkCancelledWrite,
		"check":              checkChecker,
		"budget spent":       checkBudgetSpent,
		"by hand":            checkByHand,
	} {
		t.Run(name, func(t *testing.T) {
			leaks := goleak.IgnoreCurrent()
			t.Cleanup(func() { goleak.VerifyNone(t, leaks) }) // runs after the platform has ended
			p := h.Start(t)
			if name == messagesRefused {
				p.RefuseMessages()
			}
			if skews[name] != 0 && p.ByClock {
				return
			}
			check(t, open(t, h.Type, p, skews[name]))
		})
	}
}

// bench is a connector on its platform.
type bench struct {
	*Platform
	connectors.Connector
	state  *states
	host   *host
	client *http.Client
}

func open(t *testing.T, typ connectors.Type, p *Platform, skew time.Duration) *bench {
	t.Helper()
	set, err := typ.Spec.Decode(p.Settings)
	if err != nil {
		t.Fatalf("the harness's settings: %v", err)
	}
	transport := &http.Transport{}
	st := &states{changed: make(chan struct{}, 1)}
	b := &bench{Platform: p, state: st, host: &host{}, client: &http.Client{Transport: transport, Timeout: timeout}}
	c, err := typ.New("under-test", set, connectors.Env{
		DataDir: t.TempDir(), Client: b.client, Status: st.set, Host: b.host,
		Now: func() time.Time { return time.Now().Add(skew) },
	})
	if err != nil {
		t.Fatalf("new: %v", err)
	}
	b.Connector = c
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		transport.CloseIdleConnections()
		for _, said := range st.all() {
			b.keepsSecrets(t, said)
		}
	})
	return b
}

// send makes the n-th send of a kind.
func (b *bench) send(kind care.SendKind, text string, n int) care.Send {
	return care.Send{
		ID: care.SendID(care.CaseID(b.Mention.Platform, b.Mention.ID), kind, n), Kind: kind, Connector: b.Name(),
		CaseID: care.CaseID(b.Mention.Platform, b.Mention.ID), Mention: b.Mention, Text: text,
		State: care.SendSending, Attempts: 1, CreatedAt: time.Now().Truncate(time.Millisecond),
	}
}

// write carries a send out by its kind.
func (b *bench) write(ctx context.Context, s care.Send) (care.Receipt, error) {
	if s.Kind == care.SendPrivate {
		return b.Connector.(connectors.Messenger).Message(ctx, s)
	}
	return b.Connector.(connectors.Replier).Reply(ctx, s)
}

// kinds lists what the connector can send.
func (b *bench) kinds() []care.SendKind {
	var out []care.SendKind
	can := b.Spec().Can
	if can.Reply {
		out = append(out, care.SendPublic)
	}
	if can.Message {
		out = append(out, care.SendPrivate)
	}
	return out
}

// states collects what the connector tells of itself.
type states struct {
	mu      sync.Mutex
	said    []string
	changed chan struct{}
}

func (s *states) set(state, reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.said = append(s.said, state+" "+reason)
	select {
	case s.changed <- struct{}{}:
	default:
	}
}

func (s *states) all() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.said...)
}

// host is the daemon as the connector knows it.
type host struct {
	mu    sync.Mutex
	spent bool // the day's budget holds nothing more
	asked int  // times that something was to be paid
}

func (*host) Heard()                    {}
func (*host) Expires(string, time.Time) {}

func (*host) Stored(context.Context, string, string) (bool, error)       { return false, nil }
func (*host) StoredOf(context.Context, string, string) ([]string, error) { return nil, nil }
func (*host) Kept(context.Context, string, time.Time, int) ([]care.Mention, error) {
	return nil, nil
}

func (*host) Account(context.Context, string) (bool, error) { return true, nil }

func (h *host) Pay(context.Context, care.Money) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked++
	if h.spent {
		return &connectors.RateLimitError{After: time.Hour, Budget: "the day's budget is spent"}
	}
	return nil
}

// spend ends the budget; paid counts what was to be paid since.
func (h *host) spend() (paid func() int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.spent, h.asked = true, 0
	return func() int {
		h.mu.Lock()
		defer h.mu.Unlock()
		return h.asked
	}
}
