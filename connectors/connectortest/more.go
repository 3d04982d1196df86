package connectortest

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"

	"goodgraces/connectors"
)

// checkReadingFaults lets reading meet each fault once: nothing is lost, and no
// secret is told.
func checkReadingFaults(t *testing.T, b *bench) {
	if b.Faults == nil || b.Faults.IsRead == nil {
		return // reading cannot meet them
	}
	b.client.Timeout = time.Second // a slow answer is given up this soon
	c := b.collector()
	stop := b.reading(t, c)
	defer stop()
	b.Publish(t.Context(), t, b.Connector, texts(0, 1)) // a platform without a past begins here
	c.wait(t, texts(0, 1))
	for i, fault := range readFaults {
		b.Faults.setRead(fault)
		if b.Break != nil {
			b.Break() // a stream is dialled anew
		}
		b.metFault(t, fault)
		b.Publish(t.Context(), t, b.Connector, texts(1+i*3, 4+i*3))
		c.wait(t, texts(1+i*3, 4+i*3))
	}
}

// metFault waits until a read has met the fault that was set.
func (b *bench) metFault(t *testing.T, fault Fault) {
	t.Helper()
	over := time.NewTimer(patience)
	defer over.Stop()
	select {
	case <-b.Faults.hit:
	case <-over.C:
		t.Fatalf("%s: nothing was read any more", fault)
	}
}

// checkSilence holds Read to noticing a stream that says nothing any more.
func checkSilence(t *testing.T, b *bench) {
	if b.Silence == nil {
		return // it holds no connection
	}
	result := make(chan error, 1)
	go func() { result <- b.Connector.(connectors.Source).Read(t.Context(), "", b.collector().emit) }()
	b.connected(t)
	b.Silence()
	start := time.Now()
	select {
	case err := <-result:
		if err == nil {
			t.Error("a silent stream ended without an error")
		}
	case <-time.After(2*b.Heartbeat + time.Second): // a second for a busy machine
		t.Fatalf("the stream has been silent for %s and nobody noticed", time.Since(start))
	}
}

// disturbances and what may be left of them in memory.
const (
	disturbances = 6
	message      = 10 << 20
	slack        = 40 << 20
)

// checkMemory disturbs often with huge messages: what stays is bounded.
func checkMemory(t *testing.T, b *bench) {
	c := b.collector()
	stop := b.reading(t, c)
	defer stop()
	b.Publish(t.Context(), t, b.Connector, texts(0, 1))
	c.wait(t, texts(0, 1))
	before := inUse()
	for range disturbances {
		b.Disturb(t, b.Connector)
	}
	b.Publish(t.Context(), t, b.Connector, texts(1, 2))
	c.wait(t, texts(1, 2))
	allowed := slack
	if b.Keeps {
		allowed += disturbances * (message + 1<<20)
	}
	if grown := inUse() - before; grown > allowed {
		t.Errorf("%d MB stay in memory after %d disturbances of 10 MB, at most %d may", grown>>20, disturbances, allowed>>20)
	}
}

// inUse is what is in use after a collection, in bytes.
func inUse() int {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// checkChecker checks the connector: on a sound platform nothing fails, nothing
// is posted; on one that is down something does, in words.
func checkChecker(t *testing.T, b *bench) {
	c, ok := b.Connector.(connectors.Checker)
	if !ok {
		return
	}
	for _, f := range b.findings(t, c) {
		if f.State == connectors.Fails {
			t.Errorf("on a sound platform, %s fails: %s", f.Step, f.Note)
		}
	}
	for _, kind := range b.kinds() {
		if n := b.Standing(kind); n > 0 {
			t.Errorf("the check posted: %d %s messages stand", n, kind)
		}
	}
	if b.Down == nil {
		return
	}
	b.Down()
	for _, f := range b.findings(t, c) {
		if f.State == connectors.Fails {
			return
		}
	}
	t.Error("the platform is down, and nothing fails")
}

func (b *bench) findings(t *testing.T, c connectors.Checker) []connectors.Finding {
	t.Helper()
	found := c.Check(t.Context())
	if len(found) == 0 {
		t.Error("the check found nothing to say")
	}
	for _, f := range found {
		b.keepsSecrets(t, f.Note)
		if f.Step == "" || f.Note == "" || f.State != connectors.Works && f.State != connectors.Lacks && f.State != connectors.Fails {
			t.Errorf("a finding says too little: %+v", f)
		}
	}
	return found
}

// checkBudgetSpent writes where the day's budget holds nothing more: what
// costs something is not sent.
func checkBudgetSpent(t *testing.T, b *bench) {
	for _, kind := range b.kinds() {
		paid := b.host.spend()
		_, err := b.write(t.Context(), b.send(kind, "Over budget", 1))
		if paid() == 0 {
			continue // it costs nothing
		}
		var limited *connectors.RateLimitError
		if !errors.As(err, &limited) || limited.Budget == "" {
			t.Errorf("%s over budget: %v, want a RateLimitError with Budget", kind, err)
		}
		b.standsAs(t, kind, err)
	}
}

// checkByHand lets a person answer, and verifies what they paste.
func checkByHand(t *testing.T, b *bench) {
	v, ok := b.Connector.(connectors.Verifier)
	if !ok || b.ByHand == nil {
		return
	}
	address := b.ByHand(t, "We are on it.")
	r, err := v.Verify(t.Context(), b.Mention, address)
	if err != nil || r.ID == "" {
		t.Errorf("the answer at %s: %+v, %v", address, r, err)
	}
	for _, wrong := range []string{"", "nonsense", "https://elsewhere.example/1", "javascript:alert(1)", b.Mention.URL} {
		if r, err := v.Verify(t.Context(), b.Mention, wrong); err == nil {
			t.Errorf("%q is taken for our answer: %+v", wrong, r)
		}
	}
	other := b.Mention
	other.ID, other.Ref, other.URL = other.ID+"0", "", ""
	if r, err := v.Verify(t.Context(), other, address); err == nil {
		t.Errorf("the answer to another post is taken: %+v", r)
	}
	if _, err := v.Verify(cancelled(t), b.Mention, address); errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("what was not read is not found: %v", err)
	}
}

func cancelled(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}

var _ connectors.Host = (*host)(nil)
