package desk

import (
	"context"
	"strings"

	"goodgraces/care"
	"goodgraces/store"
)

// spentView says that the attention budget has no more for this person here,
// and what can be done instead.
type spentView struct {
	Why      string
	Address  string // of the answer that stands, on the platform
	Case     string // address of its case, where that is another
	Alone    bool   // a private message can go on alone
	MayAllow bool   // this person may allow one more
}

// spent is nil while the budget allows an answer.
func (d *Desk) spent(ctx context.Context, user store.User, f *store.CaseFile, dr care.Draft) (*spentView, error) {
	budget := care.Budget(d.o.Config().Authors.Budget)
	a, err := d.o.Store.Attention(ctx, f.Case.ID, d.o.Now().Add(-budget.Window))
	if err != nil {
		return nil, err
	}
	why := budget.Over(care.LineOf(dr.Action), a.Spent)
	if why == "" {
		return nil, nil
	}
	s := &spentView{Why: sentence(why), MayAllow: may(user, RoleManager), Alone: messages(dr, d.o.Reach(f.Mention)) && !messaged(f)}
	if a.ByHand && a.Said == nil && !answeredByHand(f.Case) { // then the page says so already
		s.Why = "Somebody answered by hand, on the platform itself. " + s.Why
	}
	if a.Said != nil && a.Said.Receipt != nil {
		s.Address = safeLink(a.Said.Receipt.URL)
	}
	if a.Said != nil && a.Said.CaseID != f.Case.ID {
		s.Case = "/cases/" + a.Said.CaseID
	}
	return s, nil
}

// allowance is why a person lets one more answer through than the budget has, by
// the reason that they gave; "" where nobody does. It is refused to those who may
// not.
func (d *Desk) allowance(ctx context.Context, user store.User, f *store.CaseFile, dr care.Draft, reason string) (allowed, refusal string, err error) {
	s, err := d.spent(ctx, user, f, dr)
	if err != nil || s == nil {
		return "", "", err
	}
	switch {
	case reason == "":
		return "", s.Why, nil
	case !s.MayAllow:
		return "", s.Why + " To allow one more is for managers: your account is signed in as " + user.Role + ".", nil
	}
	return user.Name + ": " + clipped(reason), "", nil
}

// clipped bounds a reason, in characters.
func clipped(reason string) string {
	if r := []rune(reason); len(r) > maxNote {
		return string(r[:maxNote])
	}
	return reason
}

// meant is what a case is answered with: what the software chose, unless a
// person labelled the post otherwise, or decided to meet its author otherwise.
func meant(f *store.CaseFile, p *care.Profile) care.Verdict {
	truth := care.Truth(f.Corrections)
	v := f.Verdict.Corrected(truth)
	o := overruleOf(p)
	if truth[care.LabelAction] != "" || o == nil || o.Stance == "" || !v.Action.Drafts() {
		return v
	}
	switch {
	case o.Stance != care.StanceEngage:
		v.Action = care.ActFold
	case v.Action == care.ActFold:
		v.Action = care.ActReply
	}
	if v.Standing != nil {
		standing := *v.Standing
		standing.Stance = o.Stance
		v.Standing = &standing
	}
	return v
}

// heldBack reports that the answer of a case failed before the platform was
// called: the budget had no more.
func heldBack(f *store.CaseFile) bool {
	n := len(f.Sends)
	return n > 0 && f.Sends[n-1].State == care.SendFailed && f.Sends[n-1].Attempts == 0
}

// answeredByHand reports that a case's note says so.
func answeredByHand(c care.Case) bool {
	return !c.FirstResponseAt.IsZero() && strings.HasPrefix(c.Note, store.ByHand)
}
