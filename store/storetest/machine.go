package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/store"
)

// testMachine plays people, senders and a platform at random against the
// state machine of sends and cases, with crashes between any two steps.
func testMachine(t *testing.T, s *store.Store) {
	now, n := noon, 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		w := newWorld(t.Context(), rt, s, n, now)
		rt.Repeat(map[string]func(*rapid.T){
			"":        w.check,
			"approve": w.approve,
			"edit":    w.edit,
			"decide":  w.decide,
			"wait":    w.wait,
			"claim":   w.claim,
			"work":    w.work,
			"work on": w.work, // twice as likely
			"person":  w.person,
			"after":   w.aftercare,
			"retract": w.retract,
			"forget":  w.forget,
		})
		w.drain(rt)
		now = w.now
	})
	verified(t, s)
}

// world is one case and everybody around it.
type world struct {
	ctx    context.Context
	s      *store.Store
	caseID string
	author string
	key    string
	now    time.Time

	lead   string            // the send that leads the case, as of the last approval
	stands map[string]bool   // the platform: IDs of the sends that it took
	holder map[string]string // who holds a send's newest claim
	hands  []hand            // what each sender believes it has to do
	gone   bool              // the post was deleted or its author forgotten
}

// hand is a send in a sender's hands, as it was claimed.
type hand struct {
	holder string
	send   care.Send
}

func newWorld(ctx context.Context, rt *rapid.T, s *store.Store, n int, now time.Time) *world {
	h := complaint("author", n)
	w := &world{
		ctx: ctx, s: s, caseID: h.Case.ID, author: h.Mention.AuthorKey(), key: h.Mention.Key(), now: now,
		stands: map[string]bool{}, holder: map[string]string{},
	}
	must(rt, s.Record(ctx, []store.Handled{h}, nil))
	return w
}

func (w *world) file(rt *rapid.T) *store.CaseFile {
	f, err := w.s.Case(w.ctx, w.caseID)
	must(rt, err)
	return f
}

// check is what must hold after every step.
func (w *world) check(rt *rapid.T) {
	f := w.file(rt)
	answered := false
	sent := map[care.SendKind]bool{}
	for _, send := range f.Sends {
		moving := !send.State.Done()
		if send.ID == w.lead {
			answered = answered || send.State == care.SendSent
			if want := leading[send.State]; moving && f.Case.State != want {
				rt.Fatalf("the case is %s while its answer is %s", f.Case.State, send.State)
			}
		} else if moving && send.Kind == care.SendPublic {
			rt.Fatalf("%s is %s but was superseded", send.ID, send.State)
		}
		if send.State == care.SendSent {
			sent[send.Kind] = true
			if !w.stands[send.ID] {
				rt.Fatalf("%s is sent, but the platform has no such message", send.ID)
			}
		}
		if (send.State == care.SendFailed || send.State == care.SendWithdrawn) && w.stands[send.ID] {
			rt.Fatalf("%s is %s, but it stands", send.ID, send.State)
		}
	}
	w.agrees(rt, f, answered, sent)
}

// leading is where a case is while its leading send is on its way.
var leading = map[care.SendState]care.State{
	care.SendApproved: care.StateApproved, care.SendSending: care.StateSending, care.SendUnknown: care.StateUnknown,
}

func (w *world) agrees(rt *rapid.T, f *store.CaseFile, answered bool, sent map[care.SendKind]bool) {
	switch f.Case.State {
	case care.StateApproved, care.StateSending, care.StateUnknown:
		i := slices.IndexFunc(f.Sends, func(s care.Send) bool { return s.ID == w.lead })
		if i < 0 || leading[f.Sends[i].State] != f.Case.State {
			rt.Fatalf("the case is %s, but its answer is not: %+v", f.Case.State, f.Sends)
		}
	case care.StateSent:
		if !answered || sent[care.SendPrivate] {
			rt.Fatalf("the case is sent; answered %v, messages sent %v", answered, sent)
		}
	case care.StateHandedOff:
		if !answered || !sent[care.SendPrivate] {
			rt.Fatalf("the case is handed off; answered %v, messages sent %v", answered, sent)
		}
	}
	if answered && f.Case.FirstResponseAt.IsZero() {
		rt.Fatal("the answer stands, but the case has no first response")
	}
	if w.gone && f.Mention.Text != "" {
		rt.Fatalf("the post was erased, but here it is: %q", f.Mention.Text)
	}
}

func (w *world) approve(rt *rapid.T) {
	kinds := rapid.SampledFrom([][]care.SendKind{
		{care.SendPublic}, {care.SendPrivate}, {care.SendPrivate, care.SendPublic},
	}).Draw(rt, "kinds")
	f := w.file(rt)
	a := approval(w.caseID, kinds...)
	a.At, a.NotBefore = w.now, w.now.Add(time.Minute)
	made, err := w.s.Approve(w.ctx, a)
	if refusable(rt, err) {
		return
	}
	w.lead = made[len(made)-1].ID
	if f.Case.State != care.StateDrafted || w.gone {
		rt.Fatalf("approved while the case was %s (post gone: %v)", f.Case.State, w.gone)
	}
	for _, send := range f.Sends {
		repeated := slices.Contains(kinds, send.Kind) && (send.State == care.SendSent || !send.State.Done())
		if repeated && !slices.ContainsFunc(f.Decisions, func(d care.Decision) bool { return d.Kind == care.DecideResolve }) {
			rt.Fatalf("%s is %s, and another was approved", send.ID, send.State)
		}
	}
}

func (w *world) edit(rt *rapid.T) {
	_, err := w.s.SaveDraft(w.ctx, care.Draft{CaseID: w.caseID, By: "bob", At: w.now, Text: "An edit"})
	refusable(rt, err)
}

func (w *world) decide(rt *rapid.T) {
	to := rapid.SampledFrom(care.States).Draw(rt, "to")
	before := w.file(rt)
	kind := care.DecideReopen
	if to == care.StateResolved {
		kind = care.DecideResolve
	}
	_, err := w.s.Decide(w.ctx, care.Decision{CaseID: w.caseID, Actor: "bob", Kind: kind, At: w.now}, to)
	if refusable(rt, err) {
		return
	}
	if !care.CanMove(before.Case.State, to) {
		rt.Fatalf("moved from %s to %s", before.Case.State, to)
	}
	for _, send := range before.Sends {
		if before.Case.State == care.StateApproved && (send.State == care.SendSending || send.State == care.SendUnknown) {
			rt.Fatalf("taken back while %s is %s", send.ID, send.State)
		}
	}
}

// aftercare approves, or takes back, a message after the resolution.
func (w *world) aftercare(rt *rapid.T) {
	kind := rapid.SampledFrom([]care.SendKind{care.SendClosing, care.SendFollowUp}).Draw(rt, "kind")
	f := w.file(rt)
	made, err := w.s.ApproveAfter(w.ctx, store.Aftercare{CaseID: w.caseID, Kind: kind, Text: "After", Actor: "bob", At: w.now, NotBefore: w.now.Add(time.Minute)})
	if refusable(rt, err) {
		return
	}
	if f.Case.State != care.StateResolved && f.Case.State != care.StateClosed || w.gone {
		rt.Fatalf("approved %s while the case was %s (post gone: %v)", kind, f.Case.State, w.gone)
	}
	for _, send := range f.Sends {
		if kind == care.SendFollowUp && send.Kind == kind && send.State != care.SendWithdrawn {
			rt.Fatalf("%s is %s, and another was approved", send.ID, send.State)
		}
	}
	if rapid.Bool().Draw(rt, "take back") {
		must(rt, w.s.WithdrawAfter(w.ctx, made.ID, "bob", w.now))
	}
}

func (w *world) wait(rt *rapid.T) {
	w.now = w.now.Add(time.Duration(rapid.IntRange(1, 150).Draw(rt, "seconds")) * time.Second)
}

func (w *world) claim(rt *rapid.T) {
	holder := rapid.SampledFrom([]string{"h1", "h2", "h3"}).Draw(rt, "holder")
	w.take(rt, holder)
}

// take claims what is due, and checks that it may be.
func (w *world) take(rt *rapid.T, holder string) []care.Send {
	before := w.file(rt)
	sends, err := w.s.ClaimSends(w.ctx, store.Claim{Holder: holder, Now: w.now, Lease: time.Minute, Limit: 10})
	must(rt, err)
	for _, send := range sends {
		i := slices.IndexFunc(before.Sends, func(s care.Send) bool { return s.ID == send.ID })
		if i < 0 {
			continue // left behind by an earlier world that failed
		}
		was := before.Sends[i]
		if (send.State == care.SendSending) != (was.State == care.SendApproved) {
			rt.Fatalf("%s was %s and was claimed as %s", send.ID, was.State, send.State)
		}
		if was.Parked || was.NotBefore.After(w.now) {
			rt.Fatalf("claimed too early: %+v", was)
		}
		w.holder[send.ID] = holder
		w.hands = append(w.hands, hand{holder, send})
	}
	return sends
}

// work lets one sender do what it has in its hands: it calls the platform, or
// reads it, and settles; or it crashes before either.
func (w *world) work(rt *rapid.T) {
	if len(w.hands) == 0 {
		rt.Skip("nothing claimed")
	}
	i := rapid.IntRange(0, len(w.hands)-1).Draw(rt, "hand")
	h := w.hands[i]
	w.hands = slices.Delete(w.hands, i, i+1)
	lost := w.holder[h.send.ID] != h.holder
	if lost && h.send.State == care.SendSending {
		return // its lease ran out before it called: a sender checks that first
	}
	d := store.Settlement{SendID: h.send.ID, Holder: h.holder, Actor: "graces/sender", At: w.now, NotBefore: w.now}
	if crashed := w.act(rt, h.send, &d); crashed {
		return
	}
	err := w.s.Settle(w.ctx, d)
	if lost && !errors.Is(err, store.ErrConflict) {
		rt.Fatalf("%s settled a claim it had lost: %v", h.holder, err)
	}
	if !errors.Is(err, store.ErrConflict) {
		must(rt, err)
		delete(w.holder, h.send.ID)
	}
}

// act calls or reads the platform, and writes into d what the sender saw.
func (w *world) act(rt *rapid.T, send care.Send, d *store.Settlement) (crashed bool) {
	if send.State == care.SendUnknown {
		switch rapid.SampledFrom([]string{"read", "unreadable", "park", "crash"}).Draw(rt, "lookup") {
		case "crash":
			return true
		case "read":
			w.truth(d)
		case "unreadable":
			d.State = care.SendUnknown
		case "park":
			d.State, d.Parked = care.SendUnknown, true
		}
		return false
	}
	switch rapid.SampledFrom([]string{"took", "took, late", "lost", "refused", "busy", "crash", "took, crash"}).Draw(rt, "call") {
	case "took":
		w.publish(rt, send)
		w.truth(d)
	case "took, late":
		w.publish(rt, send)
		d.State = care.SendUnknown
	case "lost":
		d.State = care.SendUnknown
	case "refused":
		d.State = care.SendFailed
	case "busy":
		d.State, d.NotBefore = care.SendApproved, w.now.Add(time.Minute)
	case "crash":
		return true
	case "took, crash":
		w.publish(rt, send)
		return true
	}
	return false
}

func (w *world) publish(rt *rapid.T, send care.Send) {
	if w.stands[send.ID] {
		rt.Fatalf("%s was said twice", send.ID)
	}
	w.stands[send.ID] = true
}

// truth is what who reads the platform sees.
func (w *world) truth(d *store.Settlement) {
	d.State = care.SendApproved
	if w.stands[d.SendID] {
		d.State, d.Receipt = care.SendSent, &care.Receipt{ID: "r", At: d.At}
	}
}

// person settles what is parked, by looking at the platform.
func (w *world) person(rt *rapid.T) {
	for _, send := range w.file(rt).Sends {
		if send.Parked {
			d := store.Settlement{SendID: send.ID, Actor: "bob", At: w.now, NotBefore: w.now}
			w.truth(&d)
			must(rt, w.s.Settle(w.ctx, d))
		}
	}
}

func (w *world) retract(rt *rapid.T) {
	if rapid.IntRange(0, 4).Draw(rt, "retract") == 0 {
		must(rt, w.s.Retract(w.ctx, []string{w.key}, w.now))
		w.gone = true
	}
}

func (w *world) forget(rt *rapid.T) {
	if rapid.IntRange(0, 9).Draw(rt, "forget") == 0 {
		_, err := w.s.Forget(w.ctx, w.author, "admin", w.now)
		must(rt, err)
		w.gone = true
	}
}

// drain lets one diligent sender finish: everything gets done, or is parked.
func (w *world) drain(rt *rapid.T) {
	w.person(rt)
	for range 10 {
		w.now = w.now.Add(10 * time.Minute)
		for _, send := range w.take(rt, "diligent") {
			d := store.Settlement{SendID: send.ID, Holder: "diligent", Actor: "graces/sender", At: w.now, NotBefore: w.now}
			if send.State == care.SendSending {
				w.publish(rt, send)
			}
			w.truth(&d)
			must(rt, w.s.Settle(w.ctx, d))
		}
	}
	for _, send := range w.file(rt).Sends {
		if !send.State.Done() {
			rt.Fatalf("%s is still %s", send.ID, send.State)
		}
	}
	w.check(rt)
}

func must(rt require, err error) {
	if err != nil {
		rt.Fatal(err)
	}
}

// refusable reports whether a person was refused; any other error is fatal.
func refusable(rt *rapid.T, err error) bool {
	if _, is := errors.AsType[*care.MoveError](err); is {
		return true
	}
	must(rt, err)
	return false
}
