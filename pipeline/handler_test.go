package pipeline

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/queue"
	"goodgraces/store"
)

func items(keys ...string) []*Item {
	out := make([]*Item, len(keys))
	for i, k := range keys {
		out[i] = &Item{Delivery: queue.Delivery{Message: queue.Message{Key: k}, Attempt: 1}}
	}
	return out
}

func TestStepsPassOverWhatIsUnwell(t *testing.T) {
	var second []string
	h := steps(
		func(_ context.Context, is []*Item) error { is[1].Err = errors.New("broken"); return nil },
		func(_ context.Context, is []*Item) error {
			for _, it := range is {
				second = append(second, it.Key)
			}
			return nil
		},
	)
	if err := h(t.Context(), items("a", "b", "c")); err != nil {
		t.Fatal(err)
	}
	if want := []string{"a", "c"}; !slices.Equal(second, want) {
		t.Errorf("the second step saw %v, want %v", second, want)
	}
}

func TestWrapPutsTheFirstOutermost(t *testing.T) {
	var order []string
	say := func(name string) Middleware {
		return func(next Handler) Handler {
			return func(ctx context.Context, is []*Item) error {
				order = append(order, name)
				return next(ctx, is)
			}
		}
	}
	h := wrap(func(context.Context, []*Item) error { return nil }, say("outer"), say("inner"))
	if err := h(t.Context(), nil); err != nil || !slices.Equal(order, []string{"outer", "inner"}) {
		t.Errorf("order %v, err %v", order, err)
	}
}

func TestAgainRereadsAfterAConflict(t *testing.T) {
	calls := 0
	h := again(3)(func(_ context.Context, is []*Item) error {
		calls++
		if is[0].Profile != nil {
			t.Error("the second run sees what the first one left behind")
		}
		is[0].Profile = &care.Profile{}
		if calls < 3 {
			return fmt.Errorf("record: %w", store.ErrConflict)
		}
		return nil
	})
	if err := h(t.Context(), items("a")); err != nil || calls != 3 {
		t.Errorf("%d calls, err %v", calls, err)
	}
}

// However the poison lies in a batch, exactly the poisoned items fail, and each
// other one is handled.
func TestIsolateFindsThePoison(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		poison := rapid.SliceOfN(rapid.Bool(), 1, 20).Draw(t, "poison")
		var keys []string
		bad := map[string]bool{}
		for i, p := range poison {
			keys = append(keys, fmt.Sprint(i))
			bad[keys[i]] = p
		}
		done := map[string]bool{}
		h := isolate(func(_ context.Context, is []*Item) error {
			for _, it := range is {
				if bad[it.Key] {
					return errors.New("the store cannot take it")
				}
			}
			for _, it := range is {
				done[it.Key] = true
			}
			return nil
		})
		batch := items(keys...)
		err := h(t.Context(), batch)
		all := !slices.Contains(poison, false)
		if (err != nil) != all {
			t.Fatalf("err %v for %v", err, poison)
		}
		for _, it := range batch {
			if !all && (it.Err != nil) != bad[it.Key] || done[it.Key] == bad[it.Key] {
				t.Fatalf("item %s: err %v, done %v, poisoned %v", it.Key, it.Err, done[it.Key], bad[it.Key])
			}
		}
	})
}

func TestGuardTurnsAPanicIntoAnError(t *testing.T) {
	it := items("a")[0]
	guard(slog.New(slog.DiscardHandler), it, "classify", func() { panic("boom") })
	if it.Err == nil || it.Err.Error() != "classify: panic: boom" {
		t.Errorf("err %v", it.Err)
	}
}
