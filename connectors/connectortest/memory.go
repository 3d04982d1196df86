package connectortest

import (
	"io"
	"runtime"
	"strings"
	"testing"
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

// flood is how much of an endless message is sent, in MB: more than the network
// holds back, so that the connector has had most of it.
const flood = 32

// Flood writes the beginning of a message that does not end.
func Flood(w io.Writer) error {
	part := strings.Repeat("x", 1<<20)
	_, err := io.WriteString(w, `[{"text":"`)
	for i := 0; i < flood && err == nil; i++ {
		_, err = io.WriteString(w, part)
	}
	return err
}
