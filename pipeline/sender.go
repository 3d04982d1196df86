package pipeline

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/responder"
	"goodgraces/store"
)

const (
	sendPoll  = 250 * time.Millisecond
	sendBatch = 8 // messages that are claimed at once, and enough to be on their way through one connector
)

// sender carries out approved sends: each is a row claimed in the store before
// the network is touched, and never tried again blind.
type sender struct {
	Deps
	under sync.WaitGroup
	ended chan struct{} // holds one where a message has left our hands since

	mu     sync.Mutex
	inHand map[string]int // messages on their way, by connector
}

func newSender(d Deps) *sender {
	return &sender{Deps: d, ended: make(chan struct{}, 1), inHand: map[string]int{}}
}

// run sends until ctx ends. What is on its way then is finished.
func (s *sender) run(ctx context.Context) {
	defer s.under.Wait()
	for ctx.Err() == nil {
		n, err := s.turn(ctx)
		if err != nil && !stopped(ctx, err) {
			s.Log.Error("sender: nothing is lost; it will be tried again", "err", err)
		}
		if n == 0 {
			s.wait(ctx)
		}
	}
}

// wait is over when a message has left our hands, or it is time to look again.
func (s *sender) wait(ctx context.Context) {
	again := time.NewTimer(sendPoll)
	defer again.Stop()
	select {
	case <-s.ended:
	case <-again.C:
	case <-ctx.Done():
	}
}

// turn claims some of what is due and starts it. It does not wait for its end: a
// slow platform holds up no other, only what goes through itself.
func (s *sender) turn(ctx context.Context) (int, error) {
	cfg := s.Config()
	sends, err := s.Store.ClaimSends(ctx, store.Claim{
		Holder: s.Holder, Now: s.Now(), Lease: cfg.Sender.Lease, Limit: sendBatch, Budget: care.Budget(cfg.Authors.Budget), Busy: s.busy(),
		Settle: cfg.Sender.SettleAfter,
	})
	if err != nil {
		return 0, err
	}
	for _, send := range sends {
		s.count(send.Connector, 1)
		s.under.Go(func() {
			s.handle(context.WithoutCancel(ctx), send)
			s.count(send.Connector, -1)
			select {
			case s.ended <- struct{}{}:
			default:
			}
		})
	}
	return len(sends), nil
}

func (s *sender) count(connector string, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.inHand[connector] += n; s.inHand[connector] == 0 {
		delete(s.inHand, connector)
	}
}

// busy lists the connectors that have enough on their way.
func (s *sender) busy() (names []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for name, n := range s.inHand {
		if n >= sendBatch {
			names = append(names, name)
		}
	}
	return names
}

// handle settles one claimed send, one way or another. If the settlement
// cannot be saved, the claim runs out and the send becomes unknown: it is then
// read from the platform, not sent again.
func (s *sender) handle(ctx context.Context, send care.Send) {
	ctx, cancel := context.WithTimeout(ctx, s.Config().Sender.Timeout)
	defer cancel()
	var done store.Settlement
	if send.State == care.SendUnknown {
		done = s.lookUp(ctx, send)
	} else {
		done = s.carryOut(ctx, send)
	}
	done.SendID, done.Holder, done.Actor, done.At = send.ID, s.Holder, "graces/sender", s.Now()
	save, release := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer release()
	err := s.Store.Settle(save, done)
	s.Log.Info("send", "send", send.ID, "mention", send.Mention.Key(), "kind", send.Kind, "state", done.State, "reason", done.Reason, "err", err)
}

// carryOut makes one attempt at an approved send.
func (s *sender) carryOut(ctx context.Context, send care.Send) store.Settlement {
	row, err := s.Store.Mention(ctx, send.Mention.Key())
	if err == nil && row.Mention.Deleted {
		return store.Settlement{State: care.SendFailed, Reason: "the post was deleted by its author; there is nothing to answer"}
	}
	reason, err := s.forbids(ctx, send)
	switch {
	case err != nil:
		return s.judge(send, care.Receipt{}, fmt.Errorf("%w: %w", connectors.ErrNotSent, err))
	case reason != "":
		return store.Settlement{State: care.SendFailed, Reason: reason}
	}
	receipt, err := s.call(ctx, send)
	return s.judge(send, receipt, err)
}

// forbids asks the rules in force once more, whether the door that the text
// points to is still open, and whether what it says is still known.
func (s *sender) forbids(ctx context.Context, send care.Send) (reason string, err error) {
	broken := s.Responder().Forbids(send)
	if broken == "" && send.Kind == care.SendPublic {
		broken = s.closedIn(ctx, send.Text)
	}
	if broken == "" {
		broken, err = s.outdated(ctx, send)
	}
	if broken != "" {
		reason = "the checks forbid it (" + broken + "); nothing was sent"
	}
	return reason, err
}

// outdated goes by the draft that was approved: it keeps what it said as known.
func (s *sender) outdated(ctx context.Context, send care.Send) (string, error) {
	drafts, err := s.Store.CurrentDrafts(ctx, []string{send.CaseID})
	note := s.Responder().Outdated(send.Text, drafts[send.CaseID], s.Now())
	if note != "" {
		note = responder.RuleOldFact + ": " + note
	}
	return note, err
}

// closedIn goes by the hours alone where the store does not tell more.
func (s *sender) closedIn(ctx context.Context, text string) string {
	states, _ := s.routesNow(ctx)
	note := responder.ClosedIn(text, Routes(s.Config().Responder.Routes), states, s.Now())
	if note != "" {
		note = responder.RuleClosedRoute + ": " + note
	}
	return note
}

// call hands a send to its connector. A panic counts as "may stand".
func (s *sender) call(ctx context.Context, send care.Send) (receipt care.Receipt, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("connector %s: panic: %v", send.Connector, r)
		}
	}()
	c, release := s.roster.use(send.Connector)
	defer release()
	reply, message := connectors.Reach(c)
	switch {
	case !send.Kind.Public() && message:
		return c.(connectors.Messenger).Message(ctx, plain(send))
	case send.Kind.Public() && reply:
		return c.(connectors.Replier).Reply(ctx, plain(send))
	case c == nil:
		return receipt, fmt.Errorf("%w: no connector is called %q here; add it or run the send role where it is configured", connectors.ErrNotSent, send.Connector)
	}
	return receipt, fmt.Errorf("%w: connector %s cannot send a %s message", connectors.ErrRefused, send.Connector, send.Kind)
}

// plain is a send as connectors know it: what follows a resolution is to them a
// public answer or a private message like any other.
func plain(send care.Send) care.Send {
	if send.Kind.Public() {
		send.Kind = care.SendPublic
	} else {
		send.Kind = care.SendPrivate
	}
	return send
}

// judge turns what a connector answered into a settlement: the state machine's
// one table.
func (s *sender) judge(send care.Send, receipt care.Receipt, err error) store.Settlement {
	cfg, now := s.Config().Sender, s.Now()
	var limited *connectors.RateLimitError
	switch {
	case err == nil:
		return sent(receipt)
	case errors.Is(err, connectors.ErrGone):
		return store.Settlement{State: care.SendFailed, Reason: err.Error(), Gone: true}
	case errors.Is(err, connectors.ErrRefused), errors.Is(err, connectors.ErrCannotMessage), errors.Is(err, connectors.ErrMisconfigured):
		return store.Settlement{State: care.SendFailed, Reason: err.Error()}
	case errors.As(err, &limited):
		return store.Settlement{State: care.SendApproved, Reason: err.Error(), NotBefore: now.Add(max(limited.After, time.Second))}
	case errors.Is(err, connectors.ErrUnauthorized):
		return store.Settlement{State: care.SendApproved, Reason: err.Error(), NotBefore: now.Add(humanWait)}
	case errors.Is(err, connectors.ErrNotSent) && send.Attempts < cfg.Attempts:
		return store.Settlement{State: care.SendApproved, Reason: err.Error(), NotBefore: now.Add(delay(send.Attempts))}
	case errors.Is(err, connectors.ErrNotSent):
		return store.Settlement{State: care.SendFailed, Reason: err.Error()}
	}
	return store.Settlement{State: care.SendUnknown, Reason: err.Error(), NotBefore: now.Add(cfg.SettleAfter)}
}

func sent(r care.Receipt) store.Settlement {
	return store.Settlement{State: care.SendSent, Receipt: &r}
}

// lookUp settles an unknown send by reading the platform. Where that is
// impossible, or fails too often, the send is parked for a person.
func (s *sender) lookUp(ctx context.Context, send care.Send) store.Settlement {
	cfg, now := s.Config().Sender, s.Now()
	c, release := s.roster.use(send.Connector)
	defer release()
	f, ok := c.(connectors.Finder)
	if !ok {
		return park("the platform cannot be read: look whether the message stands, and say so here")
	}
	receipt, err := find(ctx, f, send)
	switch {
	case err == nil:
		return sent(receipt)
	case errors.Is(err, connectors.ErrNotFound) && send.Attempts < cfg.Attempts:
		return store.Settlement{State: care.SendApproved, Reason: "the platform was read and does not have it; it is sent again"}
	case errors.Is(err, connectors.ErrNotFound):
		return store.Settlement{State: care.SendFailed, Reason: fmt.Sprintf("the platform did not take it in %d tries", send.Attempts)}
	case errors.Is(err, connectors.ErrCannotFind), send.Lookups >= cfg.SettleTries:
		return park("the platform could not be read (" + err.Error() + "): look whether the message stands, and say so here")
	}
	return store.Settlement{State: care.SendUnknown, Reason: err.Error(), NotBefore: now.Add(cfg.SettleAfter)}
}

// find looks a send up. A panic proves nothing.
func find(ctx context.Context, f connectors.Finder, send care.Send) (receipt care.Receipt, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("connector %s: panic: %v", send.Connector, r)
		}
	}()
	return f.Find(ctx, plain(send))
}

func park(reason string) store.Settlement {
	return store.Settlement{State: care.SendUnknown, Parked: true, Reason: reason}
}

// Client is the HTTP client of a connector without a Host. Its timeout is the
// sender's, so that a platform that never answers leaves a send unknown, not
// stuck.
func Client(timeout time.Duration) *http.Client { return &http.Client{Timeout: timeout} }
