package main

import (
	"context"
	"log/slog"
	"sort"
	"sync"
	"time"

	"goodgraces/connectors"
	"goodgraces/desk"
)

// said takes what a connector says of itself, or its reader of it.
func (d *daemon) said(name, state, reason string) {
	if !d.status.set(name, state, reason) {
		return
	}
	level := slog.LevelInfo
	if state == connectors.Degraded || state == connectors.Disconnected || state == connectors.Unauthorised {
		level = slog.LevelWarn
	}
	d.log.Log(context.Background(), level, "connector", "connector", name, "state", state, "reason", reason)
}

// statusBoard remembers what each connector last said of itself.
type statusBoard struct {
	mu  sync.Mutex
	now map[string]desk.ConnectorStatus
}

// set reports whether this says anything new.
func (b *statusBoard) set(name, state, reason string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.now == nil {
		b.now = map[string]desk.ConnectorStatus{}
	}
	before, since := b.now[name], time.Now()
	if before.State == state {
		since = before.Since
	}
	b.now[name] = desk.ConnectorStatus{Name: name, State: state, Reason: reason, Since: since}
	return before.State != state || before.Reason != reason
}

func (b *statusBoard) forget(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.now, name)
}

func (b *statusBoard) list() []desk.ConnectorStatus {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make([]desk.ConnectorStatus, 0, len(b.now))
	for _, s := range b.now {
		out = append(out, s)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}
