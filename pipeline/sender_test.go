package pipeline

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/store"
)

const (
	private   = "Hello, here we can look into it."
	delivered = "We are sorry about the wait. I've sent you a message."
	otherwise = "We are sorry about the wait. Please call us."
)

// approve puts an approved answer to a fresh complaint in front of the sender.
func approve(t *testing.T, s *shop) care.Mention {
	t.Helper()
	return approveOn(t, s, "1", "test")
}

func approveOn(t *testing.T, s *shop, id, connector string) care.Mention {
	t.Helper()
	m := post(id, complaint)
	s.publish(t, m)
	s.work(t)
	f := s.case_(t, m)
	d := *f.Draft()
	d.Text, d.Otherwise = delivered, otherwise
	_, err := s.Store.Approve(t.Context(), store.Approval{
		CaseID: f.Case.ID, Actor: "ann", At: s.Now(), Draft: d,
		Sends: []care.Send{
			{Kind: care.SendPrivate, Connector: connector, Text: private},
			{Kind: care.SendPublic, Connector: connector, Text: delivered, Otherwise: otherwise},
		},
	})
	must(t, err)
	return m
}

// A platform that answers slowly holds up no other, however much waits for it;
// of that, no more is taken in hand than is enough.
func TestASlowPlatformHoldsUpNoOther(t *testing.T) {
	const waiting = 3 * sendBatch
	resume := make(chan struct{})
	slow := &platform{name: "slow", messages: true, answer: func(care.Send) (care.Receipt, error) {
		<-resume
		return care.Receipt{ID: "late"}, nil
	}}
	s := newShop(t, slow, &platform{name: "test", messages: true})
	var late []care.Mention
	for i := range waiting {
		late = append(late, approveOn(t, s, fmt.Sprint("slow-", i), "slow"))
	}
	sender := newSender(s.Deps)
	inHand := 0
	for {
		n, err := sender.turn(t.Context())
		must(t, err)
		if n == 0 {
			break
		}
		inHand += n
	}
	if inHand < sendBatch || inHand >= 2*sendBatch {
		t.Errorf("%d are in hand, of %d that wait", inHand, waiting)
	}
	m := approveOn(t, s, "other", "test")
	for state := care.SendApproved; state != care.SendSent; {
		_, err := sender.turn(t.Context())
		must(t, err)
		_, public := s.sends(t, m)
		state = public.State
	}
	close(resume)
	for unsent := waiting; unsent > 0; {
		_, err := sender.turn(t.Context())
		must(t, err)
		sender.under.Wait()
		unsent = 0
		for _, m := range late {
			if _, public := s.sends(t, m); public.State != care.SendSent {
				unsent++
			}
		}
	}
}

// A connector that panics as it looks a message up has proven nothing.
func TestAPanicInFindProvesNothing(t *testing.T) {
	s := newShop(t, &platform{name: "test", find: func(care.Send) (care.Receipt, error) { panic("out of range") }})
	done := newSender(s.Deps).lookUp(t.Context(), care.Send{ID: "1", Connector: "test", Kind: care.SendPublic, State: care.SendUnknown})
	if done.State != care.SendUnknown || done.Parked || !strings.Contains(done.Reason, "panic") {
		t.Errorf("%+v", done)
	}
}

// send lets the sender take turns until nothing is due.
func (s *shop) send(t *testing.T) {
	t.Helper()
	for {
		sender := newSender(s.Deps)
		n, err := sender.turn(t.Context())
		must(t, err)
		sender.under.Wait()
		if n == 0 {
			return
		}
	}
}

// later moves the sender's clock on.
func (s *shop) later(d time.Duration) {
	now := s.Now()
	s.Now = func() time.Time { return now.Add(d) }
}

func (s *shop) sends(t *testing.T, m care.Mention) (private, public care.Send) {
	t.Helper()
	for _, send := range s.case_(t, m).Sends {
		if send.Kind == care.SendPrivate {
			private = send
		} else {
			public = send
		}
	}
	return private, public
}

func TestThePrivateMessageGoesFirst(t *testing.T) {
	p := &platform{name: "test", messages: true}
	s := newShop(t, p)
	m := approve(t, s)
	s.send(t)
	if want := []string{"private: " + private, "public: " + delivered}; !slices.Equal(p.texts(), want) {
		t.Errorf("said %q, want %q", p.texts(), want)
	}
	f := s.case_(t, m)
	if f.Case.State != care.StateHandedOff || f.Case.FirstResponseAt.IsZero() {
		t.Errorf("case %+v", f.Case)
	}
}

func TestNothingIsPromisedThatIsNotTrue(t *testing.T) {
	p := &platform{name: "test", messages: true, answer: func(s care.Send) (care.Receipt, error) {
		if s.Kind == care.SendPrivate {
			return care.Receipt{}, connectors.ErrCannotMessage
		}
		return care.Receipt{ID: "1"}, nil
	}}
	s := newShop(t, p)
	m := approve(t, s)
	s.send(t)
	if want := []string{"private: " + private, "public: " + otherwise}; !slices.Equal(p.texts(), want) {
		t.Errorf("said %q, want %q", p.texts(), want)
	}
	if f := s.case_(t, m); f.Case.State != care.StateSent {
		t.Errorf("state %s, want sent: nothing was handed off", f.Case.State)
	}
	if _, public := s.sends(t, m); public.Text != otherwise {
		t.Errorf("the record says %q", public.Text)
	}
}

// Each answer of a platform has one meaning; see sender.judge.
func TestWhatAnAnswerMeans(t *testing.T) {
	for name, c := range map[string]struct {
		err   error
		state care.SendState
	}{
		"accepted":       {nil, care.SendSent},
		"refused":        {connectors.ErrRefused, care.SendFailed},
		"misconfigured":  {connectors.ErrMisconfigured, care.SendFailed},
		"cannot message": {connectors.ErrCannotMessage, care.SendFailed},
		"rate limited":   {&connectors.RateLimitError{After: time.Minute}, care.SendApproved},
		"unauthorised":   {connectors.ErrUnauthorized, care.SendApproved},
		"never left":     {connectors.ErrNotSent, care.SendApproved},
		"500":            {errors.New("500 from the platform"), care.SendUnknown},
		"timeout":        {errors.New("context deadline exceeded"), care.SendUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			p := &platform{name: "test", messages: true, answer: func(care.Send) (care.Receipt, error) { return care.Receipt{ID: "1"}, c.err }}
			s := newShop(t, p)
			m := approve(t, s)
			s.send(t)
			if got, _ := s.sends(t, m); got.State != c.state || got.Attempts != 1 {
				t.Errorf("state %s after %d attempts, want %s after 1: %s", got.State, got.Attempts, c.state, got.Reason)
			}
		})
	}
}

// A post that turns out to be gone when it is answered is erased as if the
// platform had told of its deletion, and nothing more is said about it.
func TestAPostThatIsGoneIsErased(t *testing.T) {
	p := &platform{name: "test", messages: true, answer: func(care.Send) (care.Receipt, error) {
		return care.Receipt{}, fmt.Errorf("test: %w: it was deleted", connectors.ErrGone)
	}}
	s := newShop(t, p)
	m := approve(t, s)
	s.send(t)
	f := s.case_(t, m)
	if f.Mention.Text != "" || !f.Mention.Deleted || f.Case.State != care.StateDismissed {
		t.Errorf("case %s, mention %+v", f.Case.State, f.Mention)
	}
	private, public := s.sends(t, m)
	if len(p.said) != 1 || private.State != care.SendFailed || public.State != care.SendWithdrawn {
		t.Errorf("tried %d times; private %s, public %s", len(p.said), private.State, public.State)
	}
	host := NewHost(s.Store, "test", store.Usage{}, s.Now)
	stored, err := host.Stored(t.Context(), m.Platform, m.ID)
	must(t, err)
	left, err := host.StoredOf(t.Context(), m.Platform, m.Author.ID)
	must(t, err)
	if !stored || len(left) != 0 {
		t.Errorf("stored %t, with the text of %q", stored, left)
	}
}

func TestAPanickingConnectorLeavesTheSendUnknown(t *testing.T) {
	p := &platform{name: "test", messages: true, answer: func(care.Send) (care.Receipt, error) { panic("boom") }}
	s := newShop(t, p)
	m := approve(t, s)
	s.send(t)
	if got, _ := s.sends(t, m); got.State != care.SendUnknown {
		t.Errorf("state %s", got.State)
	}
}

func TestAnUnknownSendIsReadNotRepeated(t *testing.T) {
	lost := errors.New("connection reset")
	p := &platform{name: "test", messages: true, answer: func(care.Send) (care.Receipt, error) { return care.Receipt{}, lost }}
	p.find = func(s care.Send) (care.Receipt, error) { return care.Receipt{ID: "found"}, nil }
	s := newShop(t, p)
	m := approve(t, s)
	s.send(t)
	s.later(s.cfg.Sender.SettleAfter)
	s.send(t)
	got, _ := s.sends(t, m)
	if got.State != care.SendSent || got.Receipt == nil || got.Receipt.ID != "found" || got.Attempts != 1 {
		t.Errorf("%+v", got)
	}
}

func TestWhatProvablyDoesNotStandIsSentAgain(t *testing.T) {
	calls := 0
	p := &platform{name: "test", messages: true}
	p.answer = func(care.Send) (care.Receipt, error) {
		if calls++; calls == 1 {
			return care.Receipt{}, errors.New("connection reset")
		}
		return care.Receipt{ID: "1"}, nil
	}
	p.find = func(care.Send) (care.Receipt, error) { return care.Receipt{}, connectors.ErrNotFound }
	s := newShop(t, p)
	m := approve(t, s)
	s.send(t)
	s.later(s.cfg.Sender.SettleAfter)
	s.send(t)
	if got, _ := s.sends(t, m); got.State != care.SendSent || got.Attempts != 2 {
		t.Errorf("%+v", got)
	}
}

func TestWhereThePlatformCannotBeReadAPersonIsAsked(t *testing.T) {
	p := &platform{name: "test", messages: true, answer: func(care.Send) (care.Receipt, error) {
		return care.Receipt{}, errors.New("connection reset")
	}}
	s := newShop(t, p)
	m := approve(t, s)
	s.send(t)
	s.later(s.cfg.Sender.SettleAfter)
	s.send(t)
	got, public := s.sends(t, m)
	if got.State != care.SendUnknown || !got.Parked || !strings.Contains(got.Reason, "look whether") {
		t.Errorf("%+v", got)
	}
	if public.Attempts != 1 || public.Text != otherwise {
		t.Errorf("while nobody knows, the public answer must claim nothing: %+v", public)
	}
}

func TestADeletedPostIsNotAnswered(t *testing.T) {
	p := &platform{name: "test", messages: true}
	s := newShop(t, p)
	m := approve(t, s)
	must(t, s.Store.Retract(t.Context(), []string{m.Key()}, time.Now()))
	s.send(t)
	if len(p.texts()) != 0 {
		t.Errorf("said %q to a post that is gone", p.texts())
	}
}

// Whatever wrote the row, and whatever the rules said when it was approved, an
// apology to a legal threat does not leave. The reason, which is logged, quotes nobody.
func TestTheSenderHoldsBackWhatTheChecksForbid(t *testing.T) {
	for _, tt := range []struct {
		post, text, rule string
	}{
		{"You'll be hearing from my solicitor, @larkspur, and so will the papers.", "We're so sorry for what happened.", "apology_to_legal_threat"},
		{complaint, "I'm sorry about the wait. What is your order number and postcode?", "asks_private_data_publicly"},
		{complaint, delivered, ""},
	} {
		p := &platform{name: "test"}
		s := newShop(t, p)
		m := post("1", tt.post)
		reason := newSender(s.Deps).carryOut(t.Context(), care.Send{ID: "1", Kind: care.SendPublic, Connector: "test", Mention: m, Text: tt.text}).Reason
		if held := tt.rule != ""; held != (len(p.texts()) == 0) || !strings.Contains(reason, tt.rule) {
			t.Errorf("%q to %q: said %q, reason %q", tt.text, tt.post, p.texts(), reason)
		}
		if strings.Contains(reason, "solicitor") || strings.Contains(reason, "is your order") {
			t.Errorf("the reason quotes: %q", reason)
		}
	}
}
