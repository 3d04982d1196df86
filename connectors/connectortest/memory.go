package connectortest

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// disturbances and what may be left of them in memory.
const (
	disturbances = 6
	message      = 10 << 20
	slack        = 40 << 20
)

// checkMemory disturbs often with huge messages: what stays is bounded.
func checkMemory(t *testing.T, b *bench) {
	l, _ := b.begin(t)
	before := inUse()
	for range disturbances {
		b.Disturb(t, b.Connector)
	}
	b.Publish(t.Context(), t, b.Connector, texts(1, 2))
	l.wait(t, texts(1, 2))
	allowed := slack
	if b.Keeps {
		allowed += disturbances * (message + 1<<20)
	}
	grown := inUse() - before
	for end := time.Now().Add(patience); grown > allowed && time.Now().Before(end); grown = inUse() - before {
		runtime.Gosched() // a busy machine has yet to end what was disturbed
	}
	if grown > allowed {
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

// flood is how much of an endless message is sent, in MB: more than the network
// holds back, so that the connector has had most of it. held is how much of it the
// connector may hold at that moment: the longest answer that is taken has 8 MB.
const (
	flood = 32
	held  = 16 << 20
)

// Flood writes the beginning of a message that does not end.
func Flood(w io.Writer) error {
	part := strings.Repeat("x", 1<<20)
	_, err := io.WriteString(w, `[{"text":"`)
	for i := 0; i < flood && err == nil; i++ {
		_, err = io.WriteString(w, part)
	}
	return err
}

// checkEndless sends messages and answers without an end, and looks while they
// are on their way: that nothing is measured at a moment of its own choosing keeps
// it from being a matter of luck. Reading goes on behind them.
func checkEndless(t *testing.T, b *bench) {
	l, _ := b.begin(t)
	published := 1
	goesOn := func() {
		t.Helper()
		more := texts(published, published+2)
		published += 2
		b.Publish(t.Context(), t, b.Connector, more)
		l.wait(t, more)
	}
	if b.Faults != nil {
		for _, kind := range b.Faults.Reads {
			b.holds(t, kind.Name, func() { b.endless(t, kind) })
			goesOn()
		}
	}
	if b.Flood == nil {
		untried(t, "Flood")
	} else {
		b.holds(t, "stream", b.Flood)
		b.Break()
		goesOn()
	}
	if b.Calls != nil {
		b.holds(t, "call", func() { b.caller(t).flood(t) })
		goesOn()
	}
	l.settle(t, texts(0, published))
}

// holds checks how much is held once a message without an end is on its way.
func (b *bench) holds(t *testing.T, what string, send func()) {
	t.Helper()
	before := inUse()
	send()
	if grown := inUse() - before; grown > held {
		t.Errorf("%s: of a message of %d MB so far, %d MB are held, at most %d may", what, flood, grown>>20, held>>20)
	}
}

// endless lets a kind of read be answered without an end.
func (b *bench) endless(t *testing.T, kind Read) {
	t.Helper()
	b.Faults.setRead(kind.Name, Endless)
	if kind.Break != nil {
		kind.Break()
	}
	over := time.NewTimer(patience)
	defer over.Stop()
	select {
	case <-b.Faults.sent:
	case <-over.C:
		t.Fatalf("%s: nothing was read any more", kind.Name)
	}
}

// flood makes a call without an end, as far as it is taken.
func (c *caller) flood(t *testing.T) {
	t.Helper()
	conn := c.dial(t)
	t.Cleanup(func() { conn.Close() })
	fmt.Fprint(conn, "POST / HTTP/1.1\r\nHost: hook\r\nContent-Length: 99999999\r\n\r\n")
	_ = Flood(conn) // it is refused on the way
}
