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

	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/pipeline"
	"goodgraces/queue"
	"goodgraces/store"
)

// replayName is the connector that `graces replay` reads as: answers to its
// posts go to the outbox file, never to a platform.
const replayName = "replay"

func newReplay(g *global) *cobra.Command {
	var speed, format, as string
	cmd := &cobra.Command{
		Use:   "replay FILE",
		Short: "Put a file of posts through the whole pipeline; answers go to the outbox file only",
		Args:  exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			cfg, err := g.load()
			if err != nil {
				return err
			}
			file, done, err := unpacked(args[0], as)
			if err != nil {
				return err
			}
			defer done()
			return playFile(cmd, cfg, file, speed, format)
		},
	}
	cmd.Flags().StringVar(&speed, "speed", "max", "1x, 10x or max")
	cmd.Flags().StringVar(&format, "format", "auto", "of the file: auto, jsonl or csv")
	cmd.Flags().StringVar(&as, "as", "", "whose archive of X it is, where FILE is its tweets.js: the account's handle")
	return cmd
}

// playFile puts a file through the pipeline and prints what came of it.
func playFile(cmd *cobra.Command, cfg *config.Config, file, speed, format string) (err error) {
	r := &replayRun{cfg: cfg, errs: cmd.ErrOrStderr(), progress: progress(cmd.ErrOrStderr(), "read")}
	r.source, err = openConnector(cfg, config.Connector{Name: replayName, Type: "replay", Settings: map[string]any{
		"path": file, "speed": speed, "format": format,
	}}, r.status, nil)
	if bad, ok := errors.AsType[*connectors.SettingError](err); ok && (bad.Key == "speed" || bad.Key == "format") {
		return &usageError{fmt.Errorf("--%s: %s", bad.Key, bad.Problem)}
	}
	if err != nil {
		return err
	}
	defer r.source.Close()
	if _, err := os.Stat(file); err != nil {
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
}

// replayRun is one replay. What it counts, it counts in queue and store: other
// workers of the same instance may do part of the work.
type replayRun struct {
	cfg      *config.Config
	errs     io.Writer
	progress func(int)
	source   connectors.Connector
	id       string // goes with each mention, to see later whose was stored
	store    *store.Store
	queue    queue.Queue
	bad      int             // lines that were no mention
	awaited  map[string]bool // keys read that were not stored before
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
	workers, err := r.workers(ctx)
	if err != nil {
		return sum, err
	}
	workers.Start()
	defer func() { err = errors.Join(err, workers.Stop()) }()
	r.id, r.awaited = holder(), map[string]bool{}
	if err := r.source.(connectors.Source).Read(ctx, "", r.emit); ctx.Err() != nil {
		return sum, fmt.Errorf("replay: stopped after %d posts; run it again to go on, what is stored stays: %w", r.sum.Read, ctx.Err())
	} else if err != nil {
		return sum, err
	}
	if err := r.settle(ctx); err != nil {
		return sum, err
	}
	r.sum.Seconds = time.Since(start).Seconds()
	return r.sum, nil
}

// workers are the pipeline's workers, in this process.
func (r *replayRun) workers(ctx context.Context) (*pipeline.Pipeline, error) {
	c, err := loadClassifier(r.cfg)
	if err != nil {
		return nil, err
	}
	log := newLog(r.cfg, r.errs)
	j := &judge{log: log}
	j.configure(c)
	j.refresh(ctx, r.store)
	t, err := openTones(ctx, r.cfg, r.store)
	if err != nil {
		return nil, err
	}
	return pipeline.New(pipeline.Deps{
		Store: r.store, Queue: r.queue, Connectors: []connectors.Connector{r.source},
		Config:     func() *config.Config { return r.cfg },
		Classifier: j.Load,
		Responder:  t.Load,
		Status:     r.status, Away: r.away, Log: log, Now: time.Now, Holder: holder(),
	}, pipeline.RoleWork), nil
}
