package pipeline

import (
	"context"
	"slices"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// closing tells when a platform is closed.
type closing struct {
	*platform
	closed chan struct{}
}

func (c closing) Close() error { close(c.closed); return nil }

func oneBatch(id, cursor string) chan connectors.Batch {
	ch := make(chan connectors.Batch, 1)
	ch <- connectors.Batch{Mentions: []care.Mention{post(id, complaint)}, Cursor: cursor}
	return ch // stays open: a stream
}

// waitFor waits until something is so.
func waitFor(t *testing.T, what string, is func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for !is() {
		if !pause(ctx, time.Millisecond) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

// A connector comes, is replaced and goes while the pipeline runs: the one after
// it reads on from its cursor, and it is closed.
func TestConnectorsChangeWhileThePipelineRuns(t *testing.T) {
	s := newShop(t)
	p := New(s.Deps, RoleConnect)
	p.Start()
	cursor := func() string {
		at, err := s.Store.Cursor(t.Context(), "cursor/test/test")
		must(t, err)
		return at
	}
	first := closing{&platform{name: "test", batches: oneBatch("1", "one")}, make(chan struct{})}
	p.Replace("test", first, nil)
	waitFor(t, "the first has read", func() bool { return cursor() == "one" })

	second := closing{&platform{name: "test", batches: oneBatch("2", "two")}, make(chan struct{})}
	p.Replace("test", second, nil)
	<-first.closed
	waitFor(t, "the second has read", func() bool { return cursor() == "two" })
	if from := second.read(); !slices.Equal(from, []string{"one"}) {
		t.Errorf("the second read from %q", from)
	}

	p.Replace("test", nil, nil)
	<-second.closed
	if c, release := p.Use("test"); c != nil {
		t.Errorf("still there: %v", c)
	} else {
		release()
	}
	must(t, p.Stop())
	p.Replace("test", closing{&platform{name: "test"}, make(chan struct{})}, nil) // starts nothing
	must(t, p.Close())
}

// What is being sent through a connector is finished before it is closed.
func TestAReplacedConnectorFinishesWhatItSends(t *testing.T) {
	under, resume := make(chan struct{}), make(chan struct{})
	old := closing{&platform{name: "test", messages: true}, make(chan struct{})}
	old.answer = func(care.Send) (care.Receipt, error) {
		close(under)
		<-resume
		return care.Receipt{ID: "r"}, nil
	}
	s := newShop(t, old)
	p := New(s.Deps)
	m := approve(t, s)
	done := make(chan error)
	go func() {
		sender := newSender(p.deps)
		_, err := sender.turn(t.Context())
		sender.under.Wait()
		done <- err
	}()
	<-under
	p.Replace("test", &platform{name: "test"}, nil)
	select {
	case <-old.closed:
		t.Error("closed while a message was on its way")
	default:
	}
	close(resume)
	must(t, <-done)
	<-old.closed
	if private, _ := s.sends(t, m); private.State != care.SendSent || private.Receipt.ID != "r" {
		t.Errorf("state %s, %+v", private.State, private.Receipt)
	}
	must(t, p.Close())
}
