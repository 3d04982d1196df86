package pipeline

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"

	"goodgraces/care"
	"goodgraces/classifier/incidents"
	"goodgraces/queue"
	"goodgraces/store"
)

// Item is one delivery on its way through the handlers.
type Item struct {
	queue.Delivery
	Mention care.Mention
	Known   bool          // stored already: a redelivery
	Subject string        // key of the account whose history it belongs to; "" when unknown
	Profile *care.Profile // of that account, or of the person it is linked to, as changed by this post
	Verdict care.Verdict
	Case    *care.Case
	Draft   *care.Draft
	answer  *care.Answer      // what it says to a follow-up of ours; nil for nothing
	trace   care.Trace        // what its author's profile remembers of it
	surplus bool              // one of many by its author, with nothing new in it
	kept    string            // ID of the author's case that stands for it too
	sight   incidents.Post    // what the watch for incidents remembers of it
	place   incidents.Place   // the incident it is part of
	found   []incidents.Found // incidents that came to light with this batch: on its first item
	Err     error             // set: the later handlers pass it over
}

// hopeless is an error that another try would only repeat.
type hopeless struct{ error }

// fresh reports whether the item is to be judged and saved.
func (it *Item) fresh() bool { return !it.Known && !it.Mention.Deleted }

// nameAccount writes into what the profile remembers of the post whose it is,
// where the profile is that of several accounts.
func (it *Item) nameAccount() {
	if !store.IsPerson(it.Profile.Key) {
		return
	}
	for i, t := range it.Profile.Recent {
		if t.ID == it.Mention.ID && t.Account == "" {
			it.Profile.Recent[i].Account = it.Subject
		}
	}
}

// asks reports whether the item is to have a case of its own: something is
// asked of us, and neither an incident nor another case stands for it.
func (it *Item) asks() bool {
	stoodFor := it.place.Spot != "" && !it.place.Own || it.place.Surplus || it.kept != ""
	return it.fresh() && it.Verdict.Action != care.ActIgnore && !stoodFor
}

// Handler does one step for a batch of items. What is wrong with one item goes
// into its Err; an error returned concerns them all (the store is away).
type Handler func(ctx context.Context, items []*Item) error

// Middleware wraps a handler.
type Middleware func(Handler) Handler

// steps runs handlers in order, each on the items that are still well.
func steps(hs ...Handler) Handler {
	return func(ctx context.Context, items []*Item) error {
		for _, h := range hs {
			if err := h(ctx, well(items)); err != nil {
				return err
			}
		}
		return nil
	}
}

// wrap puts middleware around a handler, the first outermost.
func wrap(h Handler, ms ...Middleware) Handler {
	for _, m := range slices.Backward(ms) {
		h = m(h)
	}
	return h
}

// well returns the items without an error.
func well(items []*Item) []*Item {
	out := make([]*Item, 0, len(items))
	for _, it := range items {
		if it.Err == nil {
			out = append(out, it)
		}
	}
	return out
}

// again runs a batch anew where somebody else changed the store meanwhile: the
// authors' profiles are read afresh each time.
func again(times int) Middleware {
	return func(next Handler) Handler {
		return func(ctx context.Context, items []*Item) (err error) {
			for range times {
				if err = next(ctx, items); !errors.Is(err, store.ErrConflict) {
					return err
				}
				reset(items)
			}
			return err
		}
	}
}

// isolate runs a failed batch item by item, so that one that the store cannot
// take does not hold up the others. It returns an error only when all failed.
func isolate(next Handler) Handler {
	return func(ctx context.Context, items []*Item) error {
		err := next(ctx, items)
		if err == nil || len(items) == 1 || ctx.Err() != nil {
			return err
		}
		reset(items)
		failed := 0
		for _, it := range items {
			if one := next(ctx, []*Item{it}); one != nil {
				it.Err = one
				failed++
			}
		}
		if failed < len(items) {
			return nil
		}
		reset(items)
		return err
	}
}

// reset makes items as they came, for another run.
func reset(items []*Item) {
	for _, it := range items {
		*it = Item{Delivery: it.Delivery}
	}
}

// guard turns a panic into an error of the item, with its stack in the log.
func guard(log *slog.Logger, it *Item, step string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			it.Err = hopeless{fmt.Errorf("%s: panic: %v", step, r)}
			log.Error("a mention made a step panic", "step", step, "mention", it.Key, "panic", r, "stack", string(debug.Stack()))
		}
	}()
	f()
}
