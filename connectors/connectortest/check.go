package connectortest

import (
	"context"
	"errors"
	"testing"

	"goodgraces/connectors"
)

// checkChecker checks the connector: on a sound platform nothing fails, nothing
// is posted; on one that is down something does, in words.
func checkChecker(t *testing.T, b *bench) {
	c, ok := b.Connector.(connectors.Checker)
	if !ok {
		return
	}
	for _, f := range b.findings(t, c) {
		if f.State == connectors.Fails {
			t.Errorf("on a sound platform, %s fails: %s", f.Step, f.Note)
		}
	}
	for _, kind := range b.kinds() {
		if n := b.Standing(kind); n > 0 {
			t.Errorf("the check posted: %d %s messages stand", n, kind)
		}
	}
	if b.Down == nil {
		untried(t, "Down")
		return
	}
	b.Down()
	for _, f := range b.findings(t, c) {
		if f.State == connectors.Fails {
			return
		}
	}
	t.Error("the platform is down, and nothing fails")
}

func (b *bench) findings(t *testing.T, c connectors.Checker) []connectors.Finding {
	t.Helper()
	found := c.Check(t.Context())
	if len(found) == 0 {
		t.Error("the check found nothing to say")
	}
	for _, f := range found {
		b.keepsSecrets(t, f.Note)
		if f.Step == "" || f.Note == "" || f.State != connectors.Works && f.State != connectors.Lacks && f.State != connectors.Fails {
			t.Errorf("a finding says too little: %+v", f)
		}
	}
	return found
}

// checkBudgetSpent writes where the day's budget holds nothing more: what
// costs something is not sent.
func checkBudgetSpent(t *testing.T, b *bench) {
	for _, kind := range b.kinds() {
		paid := b.host.spend()
		_, err := b.write(t.Context(), b.send(kind, "Over budget", 1))
		if paid() == 0 {
			continue // it costs nothing
		}
		var limited *connectors.RateLimitError
		if !errors.As(err, &limited) || limited.Budget == "" {
			t.Errorf("%s over budget: %v, want a RateLimitError with Budget", kind, err)
		}
		b.standsAs(t, kind, err)
	}
}

// checkByHand lets a person answer, and verifies what they paste.
func checkByHand(t *testing.T, b *bench) {
	v, ok := b.Connector.(connectors.Verifier)
	if !ok || b.ByHand == nil {
		untried(t, "ByHand")
		return
	}
	address := b.ByHand(t, "We are on it.")
	r, err := v.Verify(t.Context(), b.Mention, address)
	if err != nil || r.ID == "" {
		t.Errorf("the answer at %s: %+v, %v", address, r, err)
	}
	for _, wrong := range []string{"", "nonsense", "https://elsewhere.example/1", "javascript:alert(1)", b.Mention.URL} {
		if r, err := v.Verify(t.Context(), b.Mention, wrong); err == nil {
			t.Errorf("%q is taken for our answer: %+v", wrong, r)
		}
	}
	other := b.Mention
	other.ID, other.Ref, other.URL = other.ID+"0", "", ""
	if r, err := v.Verify(t.Context(), other, address); err == nil {
		t.Errorf("the answer to another post is taken: %+v", r)
	}
	if _, err := v.Verify(cancelled(t), b.Mention, address); errors.Is(err, connectors.ErrNotFound) {
		t.Errorf("what was not read is not found: %v", err)
	}
}

func cancelled(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}
