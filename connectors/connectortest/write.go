package connectortest

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
)

// keepsSecrets fails the test where a text tells a secret.
func (b *bench) keepsSecrets(t *testing.T, said string) {
	t.Helper()
	for _, secret := range b.Secrets {
		if strings.Contains(said, secret) {
			t.Errorf("a secret is told: %s", strings.ReplaceAll(said, secret, "SECRET"))
		}
	}
}

// checkAnswers sends one of each kind and finds it again.
func checkAnswers(t *testing.T, b *bench) {
	for _, kind := range b.kinds() {
		s := b.send(kind, "We hear you: "+string(kind), 1)
		b.expectFound(t, s, false)
		r, err := b.write(t.Context(), s)
		if err != nil || r.ID == "" {
			t.Fatalf("%s: %+v, %v", kind, r, err)
		}
		if n := b.Standing(kind); n != 1 {
			t.Errorf("%s: %d stand on the platform", kind, n)
		}
		if found := b.expectFound(t, s, true); found.ID != r.ID && b.Spec().Can.Find {
			t.Errorf("%s: found as %q, sent as %q", kind, found.ID, r.ID)
		}
		b.expectFound(t, b.send(kind, "Another answer", 2), false)
	}
}

// expectFound looks a send up, where the connector can.
func (b *bench) expectFound(t *testing.T, s care.Send, stands bool) care.Receipt {
	t.Helper()
	finder, ok := b.Connector.(connectors.Finder)
	if !ok {
		return care.Receipt{}
	}
	r, err := finder.Find(t.Context(), s)
	switch {
	case !b.Spec().Can.Find && !errors.Is(err, connectors.ErrCannotFind):
		t.Errorf("find %s: %v, want ErrCannotFind", s.ID, err)
	case !b.Spec().Can.Find:
	case stands && err != nil:
		t.Errorf("find %s, which stands: %v", s.ID, err)
	case !stands && !errors.Is(err, connectors.ErrNotFound):
		t.Errorf("find %s, which does not stand: %v", s.ID, err)
	}
	return r
}

// checkTwice sends the same public answer twice.
func checkTwice(t *testing.T, b *bench) {
	if b.Spec().Can.Idempotent == 0 || !b.Spec().Can.Reply {
		return // the platform promises nothing; the sender never tries twice
	}
	s := b.send(care.SendPublic, "Once", 1)
	for range 3 {
		if _, err := b.write(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	if n := b.Standing(care.SendPublic); n != 1 {
		t.Errorf("the same send three times: %d stand", n)
	}
	b.expectFound(t, s, true)
}

// checkTooLong sends what may be too long: it stands, or is refused for ever.
func checkTooLong(t *testing.T, b *bench) {
	for _, kind := range b.kinds() {
		_, err := b.write(t.Context(), b.send(kind, strings.Repeat("long ", 4_000), 1))
		if err != nil && !errors.Is(err, connectors.ErrRefused) {
			t.Errorf("%s of 20,000 characters: %v, want ErrRefused", kind, err)
		}
		b.standsAs(t, kind, err)
	}
}

func checkMessagesRefused(t *testing.T, b *bench) {
	if !b.Spec().Can.Message {
		return
	}
	_, err := b.write(t.Context(), b.send(care.SendPrivate, "Hello", 1))
	if !errors.Is(err, connectors.ErrCannotMessage) {
		t.Errorf("got %v, want ErrCannotMessage", err)
	}
	b.standsAs(t, care.SendPrivate, err)
}

// checkGone answers a post that was deleted: nothing is said, and the error lets
// its text be erased.
func checkGone(t *testing.T, b *bench) {
	if b.Delete == nil {
		untried(t, "Delete")
		return
	}
	b.Delete()
	for _, kind := range b.kinds() {
		_, err := b.write(t.Context(), b.send(kind, "Hello", 1))
		if !errors.Is(err, connectors.ErrGone) {
			t.Errorf("%s to a post that is gone: %v, want ErrGone", kind, err)
		}
		b.standsAs(t, kind, err)
	}
}

// fates is what a connector must make of each fault.
var fates = []struct {
	fault Fault
	want  error // nil: the error proves nothing
}{
	{DropBefore, nil}, {DropAfter, nil}, {Slow, nil}, {Broken, nil}, {BrokenLate, nil}, {Malformed, nil}, {Truncated, nil}, {Huge, nil},
	{Denied, connectors.ErrUnauthorized}, {BadRequest, connectors.ErrRefused},
	{TooMany, &connectors.RateLimitError{}}, {TooManyTil, &connectors.RateLimitError{}}, {TooManyAt, &connectors.RateLimitError{}},
}

func checkFaults(t *testing.T, b *bench) {
	if b.Faults == nil || b.Faults.IsWrite == nil {
		untried(t, "Faults.IsWrite") // no write of this connector can fail on the way
		return
	}
	for _, kind := range b.kinds() {
		for n, fate := range fates {
			t.Run(string(kind)+" "+string(fate.fault), func(t *testing.T) {
				before := b.Standing(kind)
				s := b.send(kind, "Answer to "+string(fate.fault), n+1)
				b.Faults.set(fate.fault)
				_, err := b.writeUntil(t, s, b.Faults.taken)
				b.judge(t, fate.fault, err, fate.want)
				stands := b.Standing(kind) > before
				if err == nil && !stands || typed(err) != nil && stands {
					t.Errorf("stands: %t, with the error %v", stands, err)
				}
				b.expectFound(t, s, stands)
				if fate.want != nil { // a person, or time, has helped
					b.standsNow(t, s, before+1)
				}
			})
		}
		t.Run(string(kind)+" "+string(Expired), func(t *testing.T) { b.checkExpired(t, kind) })
	}
}

// standsNow sends what was refused once more, where nothing is in its way now.
func (b *bench) standsNow(t *testing.T, s care.Send, want int) {
	t.Helper()
	if _, err := b.write(t.Context(), s); err != nil {
		t.Errorf("nothing is in the way any more: %v", err)
	}
	if n := b.Standing(s.Kind); n != want {
		t.Errorf("%d stand, want %d", n, want)
	}
}

// checkExpired writes with a token that has ended: the connector gets another by
// itself, and the message stands once.
func (b *bench) checkExpired(t *testing.T, kind care.SendKind) {
	if b.Faults.Expire == nil {
		untried(t, "Faults.Expire") // its tokens do not end
		return
	}
	before := b.Standing(kind)
	b.Faults.set(Expired)
	b.standsNow(t, b.send(kind, "Answer to "+string(Expired), len(fates)+1), before+1)
	if !b.Faults.refusedIt() {
		t.Error("the platform took a token that had ended")
	}
}

// writeUntil writes, and loses patience when late tells that the platform has
// taken it without an answer.
func (b *bench) writeUntil(t *testing.T, s care.Send, late <-chan struct{}) (care.Receipt, error) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go func() {
		select {
		case <-late:
			cancel()
		case <-ctx.Done():
		}
	}()
	return b.write(ctx, s)
}

// judge checks that an error says what the fault proves, and no secret.
func (b *bench) judge(t *testing.T, fault Fault, err, want error) {
	t.Helper()
	if err == nil {
		if fault != Malformed && fault != Huge { // a status of success is an answer even without sense
			t.Errorf("%s: no error", fault)
		}
		return
	}
	b.keepsSecrets(t, err.Error())
	var limited *connectors.RateLimitError
	switch {
	case want == nil:
		if proof := typed(err); proof != nil {
			t.Errorf("%s: %v claims to know: %v", fault, err, proof)
		}
	case fault == TooMany || fault == TooManyTil || fault == TooManyAt:
		// A date has seconds, and is read a moment later.
		if !errors.As(err, &limited) || limited.After > writePause || limited.After < writePause-2*time.Second {
			t.Errorf("%s: %v, want a RateLimitError of %s", fault, err, writePause)
		}
	case !errors.Is(err, want):
		t.Errorf("%s: %v, want %v", fault, err, want)
	}
}

// typed returns the typed error in err that says that nothing was taken.
func typed(err error) error {
	for _, known := range []error{
		connectors.ErrUnauthorized, connectors.ErrMisconfigured, connectors.ErrRefused,
		connectors.ErrCannotMessage, connectors.ErrNotSent, connectors.ErrNotFound,
	} {
		if errors.Is(err, known) {
			return known
		}
	}
	if limited, ok := errors.AsType[*connectors.RateLimitError](err); ok {
		return limited
	}
	return nil
}

// standsAs checks that an answer stands exactly where there was no error.
func (b *bench) standsAs(t *testing.T, kind care.SendKind, err error) {
	t.Helper()
	if n := b.Standing(kind); n > 1 || (n == 1) != (err == nil) {
		t.Errorf("%s: %d stand, with the error %v", kind, n, err)
	}
}

func checkDown(t *testing.T, b *bench) {
	if b.Down == nil {
		untried(t, "Down") // there is no server that could be down
		return
	}
	b.Down()
	for _, kind := range b.kinds() {
		s := b.send(kind, "Nobody is there", 1)
		_, err := b.write(t.Context(), s)
		if !errors.Is(err, connectors.ErrNotSent) {
			t.Errorf("%s: %v, want ErrNotSent", kind, err)
		}
		if err != nil {
			b.keepsSecrets(t, err.Error())
		}
		if _, err := b.Connector.(connectors.Finder).Find(t.Context(), s); err == nil || errors.Is(err, connectors.ErrNotFound) {
			t.Errorf("%s: a platform that is down was read: %v", kind, err)
		}
	}
}

// checkCancelledWrite writes with a context that is over: it fails, or it stands.
func checkCancelledWrite(t *testing.T, b *bench) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, kind := range b.kinds() {
		_, err := b.write(ctx, b.send(kind, "Too late", 1))
		b.standsAs(t, kind, err)
	}
}
