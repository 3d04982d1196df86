package connectortest

import (
	"context"
	"testing"

	"goodgraces/care"
	"goodgraces/connectors"
)

type writer struct{ spec connectors.Spec }

func (writer) Name() string            { return "w" }
func (w writer) Spec() connectors.Spec { return w.spec }
func (writer) Close() error            { return nil }

type verifier struct{ writer }

func (verifier) Verify(context.Context, care.Mention, string) (care.Receipt, error) {
	return care.Receipt{}, connectors.ErrNotFound
}

// What is offered by hand and what is verified are the same, and tried.
func TestByHandIsVerified(t *testing.T) {
	replies := connectors.Capabilities{Reply: true}
	for _, tt := range []struct {
		byHand, verifies, tried bool
		can                     connectors.Capabilities
		want                    bool
	}{
		{true, true, true, replies, true},
		{false, false, false, replies, true},
		{true, false, false, connectors.Capabilities{}, true}, // no account of ours reads there
		{true, false, false, replies, false},
		{false, true, true, replies, false},
		{true, true, false, replies, false},
		{true, false, true, connectors.Capabilities{}, false},
	} {
		w := writer{connectors.Spec{ByHand: tt.byHand, Can: tt.can}}
		var c connectors.Connector = w
		if tt.verifies {
			c = verifier{w}
		}
		if problem := byHandProblem(c, tt.tried); (problem == "") != tt.want {
			t.Errorf("%+v: %q", tt, problem)
		}
	}
}
