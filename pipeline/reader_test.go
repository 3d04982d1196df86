package pipeline

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/queue"
)

// brokenQueue takes nothing.
type brokenQueue struct{ queue.Queue }

func (brokenQueue) Publish(context.Context, []queue.Message) error {
	return errors.New("queue: the disk is full")
}

func newReader(s *shop, p *platform) *reader { return s.reader(&member{Connector: p}) }

func batches(bs ...connectors.Batch) chan connectors.Batch {
	ch := make(chan connectors.Batch, len(bs))
	for _, b := range bs {
		ch <- b
	}
	close(ch)
	return ch
}

func TestTheCursorMovesBehindTheQueue(t *testing.T) {
	p := &platform{name: "test", batches: batches(connectors.Batch{Mentions: []care.Mention{post("1", complaint)}, Cursor: "one"})}
	s := newShop(t, p)
	sound := s.Queue
	s.Queue = brokenQueue{sound}
	if err := newReader(s, p).read(t.Context()); err == nil {
		t.Fatal("a batch that could not be queued was not reported")
	}
	if cursor, err := s.Store.Cursor(t.Context(), "cursor/test/test"); err != nil || cursor != "" {
		t.Fatalf("cursor %q, err %v: it moved before the mention was in the queue", cursor, err)
	}
	s.Queue = sound
	p.batches = batches(connectors.Batch{Mentions: []care.Mention{post("1", complaint)}, Cursor: "one"})
	must(t, newReader(s, p).read(t.Context()))
	must(t, newReader(s, p).read(t.Context()))
	if got := p.cursors; len(got) != 3 || got[0] != "" || got[1] != "" || got[2] != "one" {
		t.Errorf("read from cursors %q", got)
	}
}

type panicking struct{ *platform }

func (panicking) Read(context.Context, string, func(context.Context, connectors.Batch) error) error {
	panic("index out of range")
}

// A panic of a connector ends its reading, not the daemon, and loses nothing.
func TestAPanicEndsTheReadingAlone(t *testing.T) {
	p := panicking{&platform{name: "test"}}
	s := newShop(t, p)
	err := s.reader(&member{Connector: p}).read(t.Context())
	if err == nil || !strings.Contains(err.Error(), "connector test: a fault of ours (panic: index out of range)") {
		t.Errorf("read returned %v", err)
	}
}

// A complaint that meets another connector's flood in the queue has its draft
// after the next batch.
func TestAComplaintBesideAFloodIsDraftedAtOnce(t *testing.T) {
	s := newShop(t, &platform{name: "noisy"}, &platform{name: "quiet"})
	s.cfg.Work.Batch = 50
	var flood []care.Mention
	for i := range 2000 {
		flood = append(flood, post(fmt.Sprint("f", i), "The weather in Leeds is mild today"))
	}
	must(t, Publish(t.Context(), s.Queue, "noisy", nil, flood))
	m := post("1", complaint)
	must(t, Publish(t.Context(), s.Queue, "quiet", nil, []care.Mention{m}))
	h := newWorker(s.Deps).turn(t.Context(), nil)
	h.wait()
	must(t, h.err)
	if f := s.case_(t, m); f.Draft() == nil {
		t.Errorf("state %s, no draft; %d posts of the flood came first", f.Case.State, h.size)
	}
}

func TestAStreamHasOneReader(t *testing.T) {
	p := &platform{name: "test", batches: batches()}
	s := newShop(t, p)
	ok, err := s.Store.AcquireLease(t.Context(), "connector/test", "another process", time.Now(), time.Minute)
	must(t, err)
	if !ok {
		t.Fatal("could not take a free lease")
	}
	r := newReader(s, p)
	held, err := r.hold(t.Context(), r.leaseName(), func(context.Context) error { t.Error("read while another process does"); return nil })
	if held || err != nil {
		t.Errorf("held %v, err %v", held, err)
	}
	must(t, s.Store.ReleaseLease(t.Context(), "connector/test", "another process"))
	ran := false
	held, err = r.hold(t.Context(), r.leaseName(), func(context.Context) error { ran = true; return nil })
	if !held || err != nil || !ran {
		t.Errorf("held %v, ran %v, err %v", held, ran, err)
	}
}

func TestAReaderSaysWhatAPersonMustMend(t *testing.T) {
	p := &platform{name: "test", batches: batches(), readErr: connectors.ErrUnauthorized}
	s := newShop(t, p)
	ctx, cancel := context.WithCancel(t.Context())
	var state string
	s.Status = func(_, st, _ string) { state = st; cancel() }
	newReader(s, p).run(ctx)
	if state != "unauthorised" {
		t.Errorf("state %q", state)
	}
}
