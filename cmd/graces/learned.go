package main

import (
	"context"
	"log/slog"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"goodgraces/classifier"
	"goodgraces/classifier/authors"
	"goodgraces/pipeline"
	"goodgraces/store"
)

// judge holds the classifier in force: the configured model with what was
// learned from corrections on top, and the weights of authors' signals with
// what people made of these. It is safe for concurrent use, and judging
// never waits for a change.
type judge struct {
	log     *slog.Logger
	current atomic.Pointer[classifier.Classifier]

	mu      sync.Mutex
	base    *classifier.Classifier
	version int64 // of the learned model on top; 0 for none
	refused int64 // a version that does not fit the base: said once
	votes   map[string]authors.Votes
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
	j.base, j.version, j.refused, j.votes = base, 0, 0, nil
	j.current.Store(base)
}

// refresh puts the store's learned model in force where it is another. A store
// that is away changes nothing.
func (j *judge) refresh(ctx context.Context, st *store.Store) {
	version, err := st.ActiveModel(ctx)
	if err != nil {
		return // what needs the store says so
	}
	votes, err := signalVotes(ctx, st)
	if err != nil {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	same := version == j.version || version == j.refused && version != 0
	if same && maps.Equal(votes, j.votes) {
		return
	}
	c, err := pipeline.Learned(ctx, st, j.base, version)
	if err != nil {
		j.log.Warn("the learned model is not used; posts are judged without it", "run", version, "err", err)
		c, j.refused = j.base, version
		version = 0
	}
	j.version, j.votes = version, votes
	j.current.Store(c.Voted(votes))
	if same {
		return
	}
	j.log.Info("judging with another model", "model", c.Version())
}

// signalVotes is how people voted on the signals of authors.
func signalVotes(ctx context.Context, st *store.Store) (map[string]authors.Votes, error) {
	counts, err := st.SignalCounts(ctx)
	votes := make(map[string]authors.Votes, len(counts))
	for name, n := range counts {
		votes[name] = authors.Votes{Overruled: n.Overruled, Upheld: n.Upheld}
	}
	return votes, err
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
