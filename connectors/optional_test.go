package connectors_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// A dead stream is noticed within two intervals, one that lives never.
func TestPulse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		ctx, beat, stop := connectors.Pulse(t.Context(), 20*time.Second)
		defer stop()
		for range 10 {
			<-time.After(39 * time.Second)
			if ctx.Err() != nil {
				t.Fatalf("a stream that lives is called dead after %s", time.Since(start))
			}
			beat()
		}
		last := time.Now()
		<-ctx.Done()
		if silent := time.Since(last); silent != 40*time.Second || !errors.Is(context.Cause(ctx), connectors.ErrSilent) {
			t.Errorf("noticed after %s: %v", silent, context.Cause(ctx))
		}
	})
}

func TestPulseStops(t *testing.T) {
	ctx, _, stop := connectors.Pulse(t.Context(), time.Hour)
	stop()
	stop()
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) || errors.Is(cause, connectors.ErrSilent) {
		t.Errorf("stopped with %v", cause)
	}
}

// readOnly is a connector that implements nothing but what it must.
type readOnly struct{ can connectors.Capabilities }

func (readOnly) Name() string            { return "r" }
func (r readOnly) Spec() connectors.Spec { return connectors.Spec{Can: r.can} }
func (readOnly) Close() error            { return nil }

// priced is one that knows more.
type priced struct{ readOnly }

func (priced) Eligibility(context.Context, care.Mention) (care.Eligibility, error) {
	return care.Eligibility{Reply: care.Way{OK: true, Cost: 15_000}}, nil
}

func TestEligibilityOf(t *testing.T) {
	for name, c := range map[string]connectors.Connector{"none": nil, "claims more than it has": readOnly{connectors.Capabilities{Reply: true, Message: true}}} {
		e, err := connectors.EligibilityOf(t.Context(), c, care.Mention{})
		if err != nil || e.Reply.OK || e.Message.OK || e.Reply.Reason == "" || e.Message.Reason == "" {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
	}
	if e, err := connectors.EligibilityOf(t.Context(), priced{}, care.Mention{}); err != nil || e.Reply.Cost != 15_000 {
		t.Errorf("%+v, %v", e, err)
	}
}

// A connector outside the daemon (in tests, in `graces connectors check`) has
// nobody to tell.
func TestEnvWithoutHost(t *testing.T) {
	env := connectors.Env{Client: http.DefaultClient}
	env.Heard()
	env.Expires("the token", time.Now())
	if err := env.Pay(t.Context(), care.Dollar); err != nil {
		t.Error(err)
	}
}
