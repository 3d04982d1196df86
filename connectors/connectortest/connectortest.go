// Package connectortest is the suite that every connector passes. A connector's
// test gives it a Harness: how to start a local server that speaks the
// platform's protocol, and how to make things happen there.
//
// What it holds a connector to is the contract of package connectors: nothing is
// lost from cursor to cursor, nothing stands twice, every failure of a write is
// reported as what it proves, Read ends when it should, no goroutine is left
// and no secret is told.
//
// Nothing twice, when reading, means this. A post is one for the queue, by its
// platform and ID, and has one text, whatever happens in between: what is handed
// on again behind a fault, a lost connection or a restart has the ID that it had.
// While nothing fails, it is handed on once, also where the platform repeats it.
//
// Bounded memory means that of a message that is on its way and does not end, 32
// MB so far, at most 16 MB are held, and that of six disturbances of 10 MB at most
// 40 MB stay.
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
	// Late gives a post its place among the others now, its time and its ID, and
	// shows it when show is called: behind posts that took their place after it.
	// From then on, pages come in an order that nothing promises.
	Late func(ctx context.Context, t *testing.T, c connectors.Connector, text string) (show func())
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
	// Beat asks for another interval. It is called before Settings are used, and may
	// change them; nil where Silence is.
	Beat func(every time.Duration)
	// Flood writes the beginning of a message that does not end, by the function
	// Flood, into the stream that Read holds, and returns when it is sent; nil
	// where Read holds none.
	Flood func()

	// ByClock says that calls carry the time, signed, both ways: over a clock
	// that is an hour off they are refused on purpose, with words that name it.
	ByClock bool
	// Calls are those by which the platform delivers posts; nil where Read asks.
	Calls *Calls

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
	// Faults decides the fate of the next write and the next read; nil where
	// neither goes over a network.
	Faults *Faults
	// Down makes the platform refuse connections.
	Down func()
}

// timeout is that of the connector's HTTP client.
const timeout = 10 * time.Second

// patience bounds how long the suite waits for what must happen.
const patience = time.Minute

// Clocks of ours that are wrong: how far ahead of the platform's.
const (
	ahead  = time.Hour
	behind = -time.Hour
)

// check is one thing that a connector is held to.
type check struct {
	name string
	run  func(*testing.T, *bench)
	skew time.Duration
}

// messagesRefused wants a platform of its own kind.
const messagesRefused = "messages refused"

// heartbeats are longer where a stream must not be lost, so that none is taken for
// silent because the machine is busy.
var heartbeats = map[string]time.Duration{once: 20 * time.Second, disorder: 20 * time.Second}

const (
	once     = "once"
	disorder = "disorder"
)

var checks = []check{
	{"close", checkClose, 0},
	{"nothing is lost", checkNothingLost, 0},
	{once, checkOnce, 0},
	{"restart", checkRestart, 0},
	{disorder, checkDisorder, 0},
	{"reading faults", checkReadingFaults, 0},
	{"calls", checkCalls, 0},
	{"silence", checkSilence, 0},
	{"a slow queue is not a silent stream", checkSlowQueue, 0},
	{"cancel", checkCancel, 0},
	{"cancel in emit", checkCancelInEmit, 0},
	{"emit fails", checkEmitFails, 0},
	{"answers", checkAnswers, 0},
	{"twice is once", checkTwice, 0},
	{"too long", checkTooLong, 0},
	{messagesRefused, checkMessagesRefused, 0},
	{"post is gone", checkGone, 0},
	{"faults", checkFaults, 0},
	{"finding under faults", checkFindingFaults, 0},
	{"platform down", checkDown, 0},
	{"cancelled and over", checkCancelledWrite, 0},
	{"check", checkChecker, 0},
	{"budget spent", checkBudgetSpent, 0},
	{"by hand", checkByHand, 0},
	{"memory", checkMemory, 0},
	{"endless", checkEndless, 0},
	{"clock an hour ahead", checkClock, ahead},
	{"clock an hour behind", checkClock, behind},
}

// Run holds a connector to the contract.
func Run(t *testing.T, h Harness) {
	t.Run("spec", func(t *testing.T) { checkSpec(t, h) })
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			leaks := goleak.IgnoreCurrent()
			t.Cleanup(func() { goleak.VerifyNone(t, leaks) }) // runs after the platform has ended
			p := h.Start(t)
			if c.name == messagesRefused {
				p.RefuseMessages()
			}
			if every := heartbeats[c.name]; every > 0 && p.Beat != nil {
				p.Heartbeat = every
				p.Beat(every)
			}
			c.run(t, open(t, h.Type, p, c.skew))
		})
	}
}

// untried says in the test's log that a harness lacks what a check needs, so that
// what passes was not tried.
func untried(t *testing.T, lacks string) {
	t.Helper()
	t.Logf("not tried: the platform of this test has no %s", lacks)
}

// bench is a connector on its platform.
type bench struct {
	*Platform
	connectors.Connector
	typ    connectors.Type
	env    connectors.Env
	state  *states
	host   *host
	client *http.Client
}

func open(t *testing.T, typ connectors.Type, p *Platform, skew time.Duration) *bench {
	t.Helper()
	transport := &http.Transport{}
	st := &states{changed: make(chan struct{}, 1)}
	b := &bench{Platform: p, typ: typ, state: st, host: &host{}, client: &http.Client{Transport: transport, Timeout: timeout}}
	b.env = connectors.Env{
		DataDir: t.TempDir(), Client: b.client, Status: st.set, Host: b.host,
		Now: func() time.Time { return time.Now().Add(skew) },
	}
	b.start(t)
	t.Cleanup(func() {
		b.close(t)
		transport.CloseIdleConnections()
	})
	return b
}

// start makes the connector anew.
func (b *bench) start(t *testing.T) {
	t.Helper()
	set, err := b.typ.Spec.Decode(b.Settings)
	if err != nil {
		t.Fatalf("the harness's settings: %v", err)
	}
	if b.Connector, err = b.typ.New("under-test", set, b.env); err != nil {
		t.Fatalf("new: %v", err)
	}
}

func (b *bench) close(t *testing.T) {
	t.Helper()
	if err := b.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	for _, said := range b.state.all() {
		b.keepsSecrets(t, said)
	}
}

// restart goes on with a new connector, as the next process does: what is kept
// is its folder of files and the cursor.
func (b *bench) restart(t *testing.T) {
	t.Helper()
	b.close(t)
	b.state.clear()
	b.start(t)
}

// send makes the n-th send of a kind.
func (b *bench) send(kind care.SendKind, text string, n int) care.Send {
	return care.Send{
		ID: care.SendID(care.CaseID(b.Mention.Platform, b.Mention.ID), kind, n), Kind: kind, Connector: b.Name(),
		CaseID: care.CaseID(b.Mention.Platform, b.Mention.ID), Mention: b.Mention, Text: text,
		State: care.SendSending, Attempts: 1, CreatedAt: b.env.Now().Truncate(time.Millisecond),
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

func (s *states) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.said = nil
}
