package pipeline

import (
	"cmp"
	"context"
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/queue"
	"goodgraces/queue/sqlqueue"
	"goodgraces/responder"
	"goodgraces/store"
	"goodgraces/store/storetest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// platform is a connector whose answers the test decides.
type platform struct {
	name     string
	kind     string                // its type; "test" when not given
	batches  chan connectors.Batch // closed: the source is exhausted
	readErr  error
	mu       sync.Mutex
	cursors  []string // as Read was given them
	said     []care.Send
	answer   func(care.Send) (care.Receipt, error)
	find     func(care.Send) (care.Receipt, error)
	messages bool
}

func (p *platform) Name() string { return p.name }
func (p *platform) Close() error { return nil }
func (p *platform) Spec() connectors.Spec {
	return connectors.Spec{Type: cmp.Or(p.kind, "test"), Can: connectors.Capabilities{Read: true, Reply: true, Message: p.messages, Find: p.find != nil}}
}

func (p *platform) Read(ctx context.Context, cursor string, emit func(context.Context, connectors.Batch) error) error {
	p.mu.Lock()
	p.cursors = append(p.cursors, cursor)
	p.mu.Unlock()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case b, ok := <-p.batches:
			if !ok {
				return p.readErr
			}
			if err := emit(ctx, b); err != nil {
				return err
			}
		}
	}
}

func (p *platform) Reply(_ context.Context, s care.Send) (care.Receipt, error) {
	p.mu.Lock()
	p.said = append(p.said, s)
	p.mu.Unlock()
	if p.answer == nil {
		return care.Receipt{ID: "r-" + s.ID}, nil
	}
	return p.answer(s)
}

func (p *platform) Message(ctx context.Context, s care.Send) (care.Receipt, error) {
	return p.Reply(ctx, s)
}

func (p *platform) Find(_ context.Context, s care.Send) (care.Receipt, error) {
	if p.find == nil {
		return care.Receipt{}, connectors.ErrCannotFind
	}
	return p.find(s)
}

// read returns the cursors that Read was given.
func (p *platform) read() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.cursors)
}

func (p *platform) texts() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []string
	for _, s := range p.said {
		out = append(out, string(s.Kind)+": "+s.Text)
	}
	return out
}

// shop is a whole instance in a temporary folder.
type shop struct {
	Deps
	cfg  *config.Config
	file string // of the database
}

// What ships with the binary is read once: that takes longer than most tests.
var (
	shippedClassifier = sync.OnceValues(func() (*classifier.Classifier, error) { return classifier.Default(classifier.Policy{}) })
	shippedResponder  = sync.OnceValues(func() (*responder.Responder, error) { return responder.New("") })
)

func newShop(t testing.TB, cs ...connectors.Connector) *shop {
	t.Helper()
	ctx, file := t.Context(), filepath.Join(t.TempDir(), "graces.db")
	st := storetest.SQLite(t, file, "")
	q, err := sqlqueue.Open(ctx, file)
	must(t, err)
	t.Cleanup(func() { q.Close() })
	c, err := shippedClassifier()
	must(t, err)
	r, err := shippedResponder()
	must(t, err)
	s := &shop{cfg: testConfig(), file: file}
	s.Deps = Deps{
		Store: st, Queue: q, Connectors: cs,
		Config:     func() *config.Config { return s.cfg },
		Classifier: func() *classifier.Classifier { return c },
		Responder:  func() *responder.Responder { return r },
		Status:     func(string, string, string) {}, Away: func(error) {},
		Log: slog.New(slog.DiscardHandler), Metrics: NewMetrics(), Now: time.Now, Holder: "test", roster: newRoster(cs, nil),
	}
	return s
}

func testConfig() *config.Config {
	return &config.Config{
		Brand:     config.Brand{Name: "Larkspur", Handles: []string{"larkspur"}},
		Work:      config.Work{Batch: 500, Lease: time.Minute, Attempts: 2},
		Incidents: config.Incidents{Window: time.Hour, Accounts: 6, Similar: 0.8},
		Sender: config.Sender{
			Timeout: time.Minute, SettleAfter: time.Minute, SettleTries: 3, Attempts: 3,
			Lease: 10 * time.Minute, ResponseDue: time.Hour,
		},
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func post(id, text string) care.Mention {
	return care.Mention{ID: id, Platform: "x", Text: text, Author: care.Author{ID: "a" + id, Handle: "h" + id}, CreatedAt: time.Now()}
}

const complaint = "Day 3 and STILL no parcel. Nobody answers the phone. This is a disgrace."

func (s *shop) publish(t *testing.T, ms ...care.Mention) {
	t.Helper()
	must(t, Publish(t.Context(), s.Queue, "test", s.cfg.Brand.Handles, ms))
}

// work handles what is in the queue.
func (s *shop) work(t *testing.T) {
	t.Helper()
	w := newWorker(s.Deps)
	for {
		lag, err := s.Queue.Lag(t.Context())
		must(t, err)
		if lag.Ready == 0 {
			return
		}
		h := w.turn(t.Context(), nil)
		h.wait()
		must(t, h.err)
	}
}

func (s *shop) case_(t *testing.T, m care.Mention) *store.CaseFile {
	t.Helper()
	f, err := s.Store.Case(t.Context(), care.CaseID(m.Platform, m.ID))
	must(t, err)
	return f
}

func TestAPostBecomesADraft(t *testing.T) {
	s := newShop(t, &platform{name: "test", messages: true})
	m := post("1", complaint)
	s.publish(t, m, post("2", "The weather in Leeds is mild today"), m)
	s.work(t)
	f := s.case_(t, m)
	if f.Case.State != care.StateDrafted || f.Draft() == nil || f.Draft().Text == "" {
		t.Fatalf("state %s, draft %+v", f.Case.State, f.Draft())
	}
	if f.Verdict.Action != care.ActReply || f.Mention.Text != m.Text || f.Mention.Connector != "test" {
		t.Errorf("verdict %+v, mention %+v", f.Verdict, f.Mention)
	}
	total, without, err := s.Store.CountMentions(t.Context(), time.Time{})
	must(t, err)
	if total != 2 || without != 1 {
		t.Errorf("%d mentions, %d without a case; want 2 and 1", total, without)
	}
	profiles, err := s.Store.Profiles(t.Context(), []string{m.AuthorKey()})
	must(t, err)
	if p := profiles[m.AuthorKey()]; p.Contacts != 1 {
		t.Errorf("the author's profile counts %d contacts, want 1 though the post came twice", p.Contacts)
	}
}

func TestRedeliveryChangesNothing(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	m := post("1", complaint)
	s.publish(t, m)
	s.work(t)
	before := s.case_(t, m)
	s.publish(t, m)
	s.work(t)
	after := s.case_(t, m)
	if len(after.Drafts) != len(before.Drafts) || after.Case.UpdatedAt != before.Case.UpdatedAt {
		t.Errorf("before %+v, after %+v", before.Case, after.Case)
	}
}

func TestOurOwnPostsAreNotAnswered(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	theirs, ours := post("1", complaint), post("2", "We are so sorry, this is terrible and a disgrace. Still no parcel!")
	ours.Author, ours.InReplyTo = care.Author{ID: "brand", Handle: "Larkspur"}, "1"
	s.publish(t, theirs, ours)
	s.work(t)
	if _, err := s.Store.Case(t.Context(), care.CaseID("x", "2")); err == nil {
		t.Error("our own post got a case")
	}
	profiles, err := s.Store.Profiles(t.Context(), []string{theirs.AuthorKey()})
	must(t, err)
	if p := profiles[theirs.AuthorKey()]; p.Answers != 1 {
		t.Errorf("our answer is counted %d times in the customer's profile, want 1", p.Answers)
	}
}

func TestADeletedPostIsErasedAndNotAnswered(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	m := post("1", complaint)
	s.publish(t, m)
	s.work(t)
	s.publish(t, care.Mention{ID: "1", Platform: "x", Deleted: true})
	s.work(t)
	f := s.case_(t, m)
	if f.Case.State != care.StateDismissed || f.Mention.Text != "" {
		t.Errorf("state %s, text %q", f.Case.State, f.Mention.Text)
	}
}

// A question that nobody knows the answer to waits for words: its draft holds
// what is asked and is ready for nothing, so no model is asked to better it.
func TestAQuestionWaitsForWords(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	s.unpolished = make(chan string, 1)
	m := post("1", "Hi, can I bring my dog on your trains?")
	s.publish(t, m)
	s.work(t)
	f := s.case_(t, m)
	d := f.Draft()
	if f.Case.State != care.StateOpen || d == nil || d.Text != "" || d.Holding == "" || d.Asked == "" || d.Reason == "" || f.Case.Note != "" {
		t.Errorf("%s (%s): %+v", f.Case.State, f.Case.Note, d)
	}
	n, err := s.Store.Drafted(t.Context(), []string{f.Case.ID})
	must(t, err)
	if n != 0 || len(s.unpolished) != 0 {
		t.Errorf("%d drafts, %d to polish", n, len(s.unpolished))
	}
}

func TestLegalAndSafetyGetNoDraft(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	legal := post("1", "My lawyer will hear of this, I am suing you for the injury your driver caused.")
	safety := post("2", "I know where your driver lives and I am going to kill him tonight.")
	s.publish(t, legal, safety)
	s.work(t)
	for m, want := range map[string]care.State{"1": care.StateLegal, "2": care.StateSafety} {
		f := s.case_(t, post(m, ""))
		if f.Case.State != want || len(f.Drafts) != 0 {
			t.Errorf("post %s: state %s with %d drafts, want %s with none", m, f.Case.State, len(f.Drafts), want)
		}
	}
}

// A body that is no mention ends on the dead-letter list, where it can be seen
// and requeued; the posts around it are handled.
func TestPoisonIsDeadLettered(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	s.cfg.Work.Attempts = 1
	good := post("1", complaint)
	s.publish(t, good)
	must(t, s.Queue.Publish(t.Context(), []queue.Message{{Key: "bad", Body: []byte("{")}}))
	s.work(t)
	s.case_(t, good)
	letters, err := s.Queue.DeadLetters(t.Context(), "", 10)
	must(t, err)
	if len(letters) != 1 || letters[0].Key != "bad" || letters[0].Cause == "" {
		t.Errorf("dead letters %+v", letters)
	}
}

// A draft that makes us panic costs the draft, not the mention.
func TestAFaultyDraftDoesNotLoseTheMention(t *testing.T) {
	s := newShop(t, &platform{name: "test"})
	s.Responder = func() *responder.Responder { return nil }
	m := post("1", complaint)
	s.publish(t, m)
	s.work(t)
	f := s.case_(t, m)
	if f.Case.State != care.StateOpen || len(f.Drafts) != 0 || f.Case.Note == "" {
		t.Errorf("case %+v with %d drafts", f.Case, len(f.Drafts))
	}
}

func TestStartAndStopInAnyOrderAndTwice(t *testing.T) {
	batches := make(chan connectors.Batch)
	s := newShop(t, &platform{name: "test", batches: batches})
	p := New(s.Deps, RoleConnect, RoleWork, RoleSend)
	must(t, p.Stop())
	p.Start()
	p.Start()
	m := post("1", complaint)
	batches <- connectors.Batch{Mentions: []care.Mention{m}, Cursor: "one"}
	batches <- connectors.Batch{Cursor: "two"} // taken only after the first was queued
	must(t, p.Stop())
	must(t, p.Stop())
	p.Start()
	close(batches)
	must(t, p.Stop())
	s.work(t)
	s.case_(t, m)
}
