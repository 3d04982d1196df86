package main

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"goodgraces/classifier"
	"goodgraces/pipeline"
	"goodgraces/store"
)

// judge holds the classifier in force: the configured model with what was
// learned from corrections on top. It is safe for concurrent use, and judging
// never waits for a change.
type judge struct {
	log     *slog.Logger
	current atomic.Pointer[classifier.Classifier]

	mu      sync.Mutex
	base    *classifier.Classifier
	version int64 // of the learned model on top; 0 for none
	refused int64 // a version that does not fit the base: said once
}

// Load returns the classifier in force.
func (j *judge) Load() *classifier.Classifier { return j.current.Load() }

// unlearned returns the configured model by itself.
func (j *judge) unlearned() *classifier.Classifier {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.base
}

// configure puts another configured model in force; what was learned is put on
// top of it by the next refresh.
func (j *judge) configure(base *classifier.Classifier) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.base, j.version, j.refused = base, 0, 0
	j.current.Store(base)
}

// refresh puts the store's learned model in force where it is another. A store
// that is away changes nothing.
func (j *judge) refresh(ctx context.Context, st *store.Store) {
	version, err := st.ActiveModel(ctx)
	if err != nil {
		return // what needs the store says so
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if version == j.version || version == j.refused && version != 0 {
		return
	}
	c, err := pipeline.Learned(ctx, st, j.base, version)
	if err != nil {
		j.log.Warn("the learned model is not used; posts are judged without it", "run", version, "err", err)
		c, j.refused = j.base, version
		version = 0
	}
	j.version = version
	j.current.Store(c)
	j.log.Info("judging with another model", "model", c.Version())
}

// follow keeps the model in force until ctx ends: all processes on one store
// judge alike within a few seconds.
func (j *judge) follow(ctx context.Context, st *store.Store, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			j.refresh(ctx, st)
		}
	}
}
