package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"goodgraces/classifier"
	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/pipeline"
	"goodgraces/queue"
	"goodgraces/responder"
	"goodgraces/store"
)

// replayName is the connector that `graces replay` reads as: answers to its
// posts go to the outbox file, never to a platform.
const replayName = "replay"

func newReplay(g *global) *cobra.Command {
	var speed, format string
	cmd := &cobra.Command{
		Use:   "replay FILE",
		Short: "Put a file of posts through the whole pipeline; answers go to the outbox file only",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := g.load()
			if err != nil {
				return err
			}
			r := &replayRun{cfg: cfg, file: args[0], errs: cmd.ErrOrStderr(), progress: progress(cmd.ErrOrStderr(), "read")}
			r.source, err = openConnector(cfg, config.Connector{Name: replayName, Type: "replay", Settings: map[string]any{
				"path": args[0], "speed": speed, "format": format,
			}}, r.status)
			if err != nil {
				return err
			}
			defer r.source.Close()
			if _, err := os.Stat(args[0]); err != nil {
				return fmt.Errorf("replay: %w", err)
			}
			sum, err := r.run(cmd.Context())
			if err != nil {
				return err
			}
			if err := json.NewEncoder(cmd.OutOrStdout()).Encode(sum); err != nil {
				return err
			}
			if r.bad > 0 {
				return errSaid
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&speed, "speed", "max", "1x, 10x or max")
	cmd.Flags().StringVar(&format, "format", "auto", "of the file: auto, jsonl or csv")
	return cmd
}

// replaySum is what `graces replay` ends with.
type replaySum struct {
	Read       int     `json:"read"`
	New        int     `json:"new"`
	Duplicates int     `json:"duplicates"`
	Cases      int     `json:"cases"`
	Drafts     int     `json:"drafts"`
	Dead       int     `json:"dead"`
	Seconds    float64 `json:"seconds"`
}

// replayRun is one replay. What it counts, it counts in queue and store: other
// workers of the same instance may do part of the work.
type replayRun struct {
	cfg      *config.Config
	file     string
	errs     io.Writer
	progress func(int)
	source   connectors.Connector
	store    *store.Store
	queue    queue.Queue
	bad      int             // lines that were no mention
	seen     map[string]bool // keys read → stored before this run
	sum      replaySum

	mu    sync.Mutex
	since time.Time // when the workers began to fail; zero while they do not
	cause error
}

// patience is how long a replay waits for a store or queue that fails, before
// it gives up. The posts stay in the queue.
const patience = 5 * time.Second

// away notes whether the workers can go on.
func (r *replayRun) away(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cause = err; err == nil {
		r.since = time.Time{}
	} else if r.since.IsZero() {
		r.since = time.Now()
	}
}

// gaveUp is why there is no point in waiting any longer, or nil.
func (r *replayRun) gaveUp() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.since.IsZero() || time.Since(r.since) < patience {
		return nil
	}
	return fmt.Errorf("replay: gave up; the posts stay in the queue, and 'graces serve' or another replay goes on with them: %w", r.cause)
}

// status prints what the connector says of bad lines.
func (r *replayRun) status(_, state, reason string) {
	if state == "degraded" {
		r.bad++
		fmt.Fprintln(r.errs, "graces: "+reason)
	}
}

func (r *replayRun) run(ctx context.Context) (sum replaySum, err error) {
	start := time.Now()
	if r.store, err = openStore(ctx, r.cfg); err != nil {
		return sum, err
	}
	defer r.store.Close()
	if r.queue, err = openQueue(ctx, r.cfg, newLog(r.cfg, r.errs)); err != nil {
		return sum, err
	}
	defer r.queue.Close()
	workers, err := r.workers()
	if err != nil {
		return sum, err
	}
	workers.Start()
	defer func() { err = errors.Join(err, workers.Stop()) }()
	r.seen = map[string]bool{}
	if err := r.source.(connectors.Source).Read(ctx, "", r.emit); err != nil {
		return sum, err
	}
	if err := r.settle(ctx); err != nil {
		return sum, err
	}
	r.sum.Seconds = time.Since(start).Seconds()
	return r.sum, nil
}

// workers are the pipeline's workers, in this process.
func (r *replayRun) workers() (*pipeline.Pipeline, error) {
	c, err := loadClassifier(r.cfg)
	if err != nil {
		return nil, err
	}
	resp, err := responder.New(r.cfg.Responder.Templates)
	if err != nil {
		return nil, err
	}
	return pipeline.New(pipeline.Deps{
		Store: r.store, Queue: r.queue, Connectors: []connectors.Connector{r.source},
		Config:     func() *config.Config { return r.cfg },
		Classifier: func() *classifier.Classifier { return c },
		Responder:  func() *responder.Responder { return resp },
		Status:     r.status, Away: r.away, Log: newLog(r.cfg, r.errs), Now: time.Now, Holder: holder(),
	}, pipeline.RoleWork), nil
}

// emit queues a batch and counts which of it is new.
func (r *replayRun) emit(ctx context.Context, b connectors.Batch) error {
	var keys []string
	for i := range b.Mentions {
		keys = append(keys, b.Mentions[i].Key())
	}
	known, err := r.store.Known(ctx, keys)
	if err != nil {
		return err
	}
	for _, key := range keys {
		r.sum.Read++
		if _, again := r.seen[key]; again {
			r.sum.Duplicates++
			continue
		}
		_, stored := known[key]
		r.seen[key] = stored
		if stored {
			r.sum.Duplicates++
		} else {
			r.sum.New++
		}
	}
	if r.progress != nil {
		r.progress(r.sum.Read)
	}
	return pipeline.Publish(ctx, r.queue, replayName, r.cfg.Brand.Handles, b.Mentions)
}

// settle waits until each new mention is stored or dead, and counts what came
// of them.
func (r *replayRun) settle(ctx context.Context) error {
	waiting := make([]string, 0, len(r.seen))
	for key, stored := range r.seen {
		if !stored {
			waiting = append(waiting, key)
		}
	}
	for {
		if err := r.gaveUp(); err != nil {
			return err
		}
		left, err := r.settled(ctx, waiting)
		if err != nil {
			return err
		}
		dead, err := r.dead(ctx, left)
		if err != nil {
			return err
		}
		if len(left) == dead {
			r.sum.Dead = dead
			return nil
		}
		waiting = left
		select {
		case <-ctx.Done():
			return fmt.Errorf("replay: stopped with %d posts still in the queue; nothing is lost: 'graces serve' handles them", len(left)-dead)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// settled counts the cases and drafts of those that are stored by now and
// returns the rest.
func (r *replayRun) settled(ctx context.Context, keys []string) (left []string, err error) {
	known, err := r.store.Known(ctx, keys)
	if err != nil {
		return nil, err
	}
	var cases []string
	for _, key := range keys {
		caseID, ok := known[key]
		switch {
		case !ok:
			left = append(left, key)
		case caseID != "":
			cases = append(cases, caseID)
		}
	}
	drafts, err := r.store.Drafted(ctx, cases)
	r.sum.Cases += len(cases)
	r.sum.Drafts += drafts
	return left, err
}

// dead counts which of the keys are on the dead-letter list.
func (r *replayRun) dead(ctx context.Context, keys []string) (int, error) {
	if len(keys) == 0 {
		return 0, nil
	}
	wanted := map[string]bool{}
	for _, key := range keys {
		wanted[key] = true
	}
	n := 0
	for after := ""; ; {
		letters, err := r.queue.DeadLetters(ctx, after, 500)
		if err != nil || len(letters) == 0 {
			return n, err
		}
		for _, l := range letters {
			if after = l.ID; wanted[l.Key] {
				delete(wanted, l.Key)
				n++
			}
		}
	}
}
