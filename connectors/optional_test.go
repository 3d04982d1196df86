package connectors_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

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
