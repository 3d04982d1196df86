package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/cenkalti/backoff/v5"

	"goodgraces/care"
	"goodgraces/queue"
)

// worker takes batches from the queue through the handlers. There is one a
// process: it judges a batch on all cores while the one before is being saved,
// and saves each in one transaction, so that posts of one author are seen in
// order.
type worker struct {
	Deps
	whole Handler // every step, for a batch that stands alone
}

func newWorker(d Deps) *worker {
	if d.spots == nil {
		d.spots = newSpotter()
	}
	s := stages{Deps: d}
	return &worker{d, wrap(steps(s.decode, s.judge, s.listen, s.spot, s.keep, s.draft, s.record), isolate, again(5))}
}

// hand is a batch on its way into the store.
type hand struct {
	size  int // mentions in the batch
	ahead *ahead
	done  chan struct{}
	err   error // why it was given back: queue or store is away
	clean bool  // it was saved as it was judged
}

// ahead is what the next batch may take for granted while this one is being
// saved: its mentions are known, and its authors have these profiles.
type ahead struct {
	keys     map[string]bool
	profiles map[string]*care.Profile
	cases    map[string]string // author key → ID of the latest case
}

func (w *worker) run(ctx context.Context) {
	wait := backoff.NewExponentialBackOff()
	wait.MaxInterval = 10 * time.Second
	var before *hand
	for ctx.Err() == nil {
		h := w.turn(ctx, before)
		err := h.failed()
		if err == nil {
			err = before.failed()
		}
		if before = h; err == nil {
			wait.Reset()
			continue
		}
		if stopped(ctx, err) {
			break
		}
		w.Away(err)
		w.Log.Error("worker: nothing is lost; it will be tried again", "err", err)
		pause(ctx, wait.NextBackOff())
	}
	before.wait()
}

// failed is the error of a batch that is done with; nil for one in hand.
func (h *hand) failed() error {
	if h == nil {
		return nil
	}
	select {
	case <-h.done:
		return h.err
	default:
		return nil
	}
}

// wait waits until the batch is saved or given back, and reports whether what
// was judged ahead of it holds.
func (h *hand) wait() (clean bool) {
	if h == nil {
		return true
	}
	<-h.done
	return h.clean
}

// turn takes one batch from the queue, judges it, waits for the batch before
// and begins to save.
func (w *worker) turn(ctx context.Context, before *hand) *hand {
	h := &hand{done: make(chan struct{})}
	cfg := w.Config().Work
	ds, err := w.Queue.Consume(ctx, w.Holder, cfg.Batch, cfg.Lease)
	if err != nil || len(ds) == 0 {
		before.wait()
		h.err, h.clean = err, true
		close(h.done)
		return h
	}
	// A batch in hand is finished even when we are stopping.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), min(cfg.Lease, StopWithin-time.Second))
	items := make([]*Item, len(ds))
	for i, d := range ds {
		items[i] = &Item{Delivery: d}
	}
	start := time.Now()
	ready := w.prepare(ctx, items, before)
	h.size, h.ahead = len(items), look(items)
	go func() {
		defer close(h.done)
		defer cancel()
		h.clean, h.err = w.save(ctx, items, ready)
		w.Metrics.batches.Observe(time.Since(start).Seconds())
	}()
	return h
}

// prepare judges and drafts a batch on top of the one before. It reports
// whether the batch may be saved as it is: not so where the one before was not
// saved as it was judged.
func (w *worker) prepare(ctx context.Context, items []*Item, before *hand) bool {
	s := stages{Deps: w.Deps}
	if before != nil {
		s.ahead = before.ahead
	}
	err := steps(s.decode, s.judge, s.listen, s.spot, s.keep, s.draft)(ctx, items)
	return before.wait() && err == nil
}

// look gathers what the next batch may take for granted.
func look(items []*Item) *ahead {
	a := &ahead{map[string]bool{}, map[string]*care.Profile{}, map[string]string{}}
	for _, it := range well(items) {
		if it.fresh() {
			a.keys[it.Mention.Key()] = true
			a.profiles[it.Profile.Key] = it.Profile
		}
		if it.Case != nil {
			a.cases[it.Mention.AuthorKey()] = it.Case.ID
		}
	}
	return a
}

// profile is the author's profile as it will be once the batch is saved.
func (a *ahead) profile(key string) (care.Profile, bool) {
	if a == nil || a.profiles[key] == nil {
		return care.Profile{}, false
	}
	p := *a.profiles[key]
	p.Recent = slices.Clone(p.Recent)
	p.Version++
	return p, true
}

// save records a batch that is ready, or else takes it through every step anew.
func (w *worker) save(ctx context.Context, items []*Item, ready bool) (clean bool, err error) {
	if ready && (stages{Deps: w.Deps}).record(ctx, well(items)) == nil {
		return true, w.finish(ctx, items)
	}
	reset(items)
	if err := w.whole(ctx, items); err != nil {
		return false, w.giveBack(ctx, items, err)
	}
	return false, w.finish(ctx, items)
}

// giveBack returns a whole batch to the queue because the store is away. Only
// a lone item that fails while the store answers is counted against the item.
func (w *worker) giveBack(ctx context.Context, items []*Item, cause error) error {
	if len(items) == 1 && w.Store.Ping(ctx) == nil {
		return w.fail(ctx, items[0], cause)
	}
	for _, it := range items {
		if err := w.Queue.Retry(ctx, it.Delivery, delay(it.Attempt)); err != nil {
			return fmt.Errorf("%w (and giving the batch back: %w)", cause, err)
		}
	}
	return cause
}

// finish acknowledges what went well and deals with what did not.
func (w *worker) finish(ctx context.Context, items []*Item) error {
	var acks []queue.Delivery
	for _, it := range items {
		if it.Err == nil {
			acks = append(acks, it.Delivery)
			continue
		}
		if err := w.fail(ctx, it, it.Err); err != nil {
			return err
		}
	}
	w.Away(nil)
	if len(acks) == 0 {
		return nil
	}
	return w.Queue.Ack(ctx, acks...)
}

// fail gives one item another try, or puts it on the dead-letter list.
func (w *worker) fail(ctx context.Context, it *Item, cause error) error {
	var once hopeless
	if it.Attempt < w.Config().Work.Attempts && !errors.As(cause, &once) {
		w.Log.Warn("a mention could not be handled; it will be tried again", "mention", it.Key, "attempt", it.Attempt, "err", cause)
		return w.Queue.Retry(ctx, it.Delivery, delay(it.Attempt))
	}
	w.Log.Error("a mention could not be handled; it is on the dead-letter list", "mention", it.Key, "err", cause)
	w.Metrics.dead.Inc()
	return w.Queue.Dead(ctx, it.Delivery, cause.Error())
}

// delay before a mention is tried again: 1 s, 4 s, 9 s, … at most a minute.
func delay(attempt int) time.Duration {
	return min(time.Duration(attempt*attempt)*time.Second, time.Minute)
}
