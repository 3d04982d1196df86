package storetest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"goodgraces/care"
	"goodgraces/store"
)

// testBudgetMachine plays people and senders at random on several cases of one
// author in one thread: never do more answers stand than the budget has, and no
// private message leaves while the answer approved with it is then held back.
func testBudgetMachine(t *testing.T, s *store.Store) {
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		c := newCrowd(t.Context(), rt, s, n)
		rt.Repeat(map[string]func(*rapid.T){
			"":        c.check,
			"approve": c.approve,
			"claim":   c.claim,
			"settle":  c.settle,
			"go on":   c.settle, // twice as likely
		})
		c.drain(rt)
		c.check(rt)
	})
}

// crowd is the cases of one author in one thread.
type crowd struct {
	ctx    context.Context
	s      *store.Store
	budget care.Budget
	cases  []string
	now    time.Time
	hand   []care.Send
}

func newCrowd(ctx context.Context, rt *rapid.T, s *store.Store, n int) *crowd {
	c := &crowd{ctx: ctx, s: s, now: noon, budget: care.Budget{PerThread: rapid.IntRange(1, 2).Draw(rt, "per thread"), Closing: 1}}
	for i := range rapid.IntRange(2, 4).Draw(rt, "cases") {
		h := complaint(fmt.Sprint("author", n), i)
		must(rt, s.Record(ctx, []store.Handled{h}, nil))
		c.cases = append(c.cases, h.Case.ID)
	}
	return c
}

func (c *crowd) approve(rt *rapid.T) {
	a := approval(rapid.SampledFrom(c.cases).Draw(rt, "case"), care.SendPublic)
	if rapid.Bool().Draw(rt, "message") {
		withMessage(&a)
	}
	if rapid.Bool().Draw(rt, "closing") {
		closing(&a)
	}
	a.At, a.NotBefore = c.now, c.now
	_, err := c.s.Approve(c.ctx, a)
	if !refusable(rt, err) {
		return
	}
	_, err = c.s.SaveDraft(c.ctx, care.Draft{CaseID: a.CaseID, By: "bob", At: c.now, Text: "Once more"})
	refusable(rt, err)
}

func (c *crowd) claim(rt *rapid.T) {
	c.now = c.now.Add(time.Second)
	sends, err := c.s.ClaimSends(c.ctx, store.Claim{Holder: "h", Now: c.now, Lease: time.Hour, Limit: 2, Budget: c.budget})
	must(rt, err)
	c.hand = append(c.hand, sends...)
}

func (c *crowd) settle(rt *rapid.T) {
	if len(c.hand) == 0 {
		rt.Skip("nothing claimed")
	}
	outcomes := []care.SendState{care.SendSent, care.SendFailed, care.SendApproved, care.SendUnknown}
	c.finish(rt, rapid.SampledFrom(outcomes).Draw(rt, "outcome"))
}

func (c *crowd) finish(rt *rapid.T, to care.SendState) {
	send := c.hand[0]
	c.hand = c.hand[1:]
	must(rt, c.s.Settle(c.ctx, store.Settlement{SendID: send.ID, Holder: "h", State: to, At: c.now, NotBefore: c.now}))
}

// drain lets everything that is on its way arrive.
func (c *crowd) drain(rt *rapid.T) {
	for idle := 0; idle < 5; idle++ {
		c.claim(rt)
		if len(c.hand) > 0 {
			idle = 0
		}
		for len(c.hand) > 0 {
			c.finish(rt, care.SendSent)
		}
	}
}

func (c *crowd) check(rt *rapid.T) {
	stand := map[bool]int{}
	for _, id := range c.cases {
		f, err := c.s.Case(c.ctx, id)
		must(rt, err)
		left := map[string]time.Time{} // when a message was approved that has left
		for _, send := range f.Sends {
			if send.Attempts > 0 {
				left[send.ID] = send.CreatedAt
			}
		}
		for _, send := range f.Sends {
			if send.Kind == care.SendPublic && (send.State == care.SendSent || send.State == care.SendUnknown) {
				stand[send.Closing]++
			}
			if send.State == care.SendFailed && send.Attempts == 0 && left[send.After].Equal(send.CreatedAt) {
				rt.Fatalf("the private message left, and its answer was held back: %+v", f.Sends)
			}
		}
	}
	if stand[false] > c.budget.PerThread || stand[true] > c.budget.Closing {
		rt.Fatalf("%d answers and %d closing lines stand, the budget is %+v", stand[false], stand[true], c.budget)
	}
}
