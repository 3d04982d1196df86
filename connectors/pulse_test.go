package connectors_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"goodgraces/connectors"
)

// A dead stream is noticed within two intervals, one that lives never.
func TestPulse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		ctx, pulse := connectors.Watch(t.Context(), 20*time.Second)
		defer pulse.Stop()
		for range 10 {
			<-time.After(39 * time.Second)
			if ctx.Err() != nil {
				t.Fatalf("a stream that lives is called dead after %s", time.Since(start))
			}
			pulse.Beat()
		}
		last := time.Now()
		<-ctx.Done()
		if silent := time.Since(last); silent != 40*time.Second || !errors.Is(context.Cause(ctx), connectors.ErrSilent) {
			t.Errorf("noticed after %s: %v", silent, context.Cause(ctx))
		}
	})
}

// A stream that nobody listens to is not silent, though a late answer to a ping
// be told of meanwhile.
func TestPulsePauses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, pulse := connectors.Watch(t.Context(), time.Second)
		defer pulse.Stop()
		pulse.Pause()
		pulse.Beat()
		<-time.After(time.Hour)
		if ctx.Err() != nil {
			t.Fatalf("while nobody listens: %v", context.Cause(ctx))
		}
		pulse.Resume()
		resumed := time.Now()
		<-ctx.Done()
		if silent := time.Since(resumed); silent != 2*time.Second {
			t.Errorf("noticed after %s", silent)
		}
	})
}

func TestPulseStops(t *testing.T) {
	ctx, pulse := connectors.Watch(t.Context(), time.Hour)
	pulse.Stop()
	pulse.Stop()
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) || errors.Is(cause, connectors.ErrSilent) {
		t.Errorf("stopped with %v", cause)
	}
}
