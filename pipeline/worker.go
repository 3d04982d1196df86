package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cenkalti/backoff/v5"

	"goodgraces/queue"
)

// worker takes batches from the queue through the handlers. There is one a
// process: it judges a batch on all cores and saves it in one transaction, so
// that posts of one author are seen in order and profiles do not collide.
type worker struct {
	Deps
	handle Handler
}

func newWorker(d Deps) *worker {
	s := stages{d}
	h := steps(s.decode, s.judge, s.draft, s.record)
	return &worker{d, wrap(h, d.Metrics.timed, isolate, again(5))}
}

func (w *worker) run(ctx context.Context) {
	wait := backoff.NewExponentialBackOff()
	wait.MaxInterval = 10 * time.Second
	for ctx.Err() == nil {
		err := w.turn(ctx)
		if stopped(ctx, err) {
			return
		}
		w.Away(err)
		if err == nil {
			wait.Reset()
			continue
		}
		w.Log.Error("worker: nothing is lost; it will be tried again", "err", err)
		pause(ctx, wait.NextBackOff())
	}
}

// turn handles one batch. An error means that the engine below is away.
func (w *worker) turn(ctx context.Context) error {
	cfg := w.Config().Work
	ds, err := w.Queue.Consume(ctx, w.Holder, cfg.Batch, cfg.Lease)
	if err != nil || len(ds) == 0 {
		return err
	}
	// A batch in hand is finished even when we are stopping.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), min(cfg.Lease, StopWithin-time.Second))
	defer cancel()
	items := make([]*Item, len(ds))
	for i, d := range ds {
		items[i] = &Item{Delivery: d}
	}
	if err := w.handle(ctx, items); err != nil {
		return w.giveBack(ctx, items, err)
	}
	return w.finish(ctx, items)
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
