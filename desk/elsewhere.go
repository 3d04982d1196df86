package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/store"
)

// elsewhere is the desk's work for people in an approval channel.
type elsewhere struct{ *Desk }

// Elsewhere lets a connector do the desk's work for people who are there.
func (d *Desk) Elsewhere() connectors.Desk { return elsewhere{d} }

// Changed implements connectors.Desk.
func (e elsewhere) Changed(ctx context.Context, since int64) ([]string, int64, error) {
	return e.o.Store.ChangedSince(ctx, since)
}

// Member implements connectors.Desk.
func (e elsewhere) Member(ctx context.Context, account string) (bool, error) {
	_, ok, err := e.member(ctx, account)
	return ok, err
}

// member reads an account each time, so that a role taken away is gone at once.
func (e elsewhere) member(ctx context.Context, account string) (store.User, bool, error) {
	user, err := e.o.Store.User(ctx, strings.ToLower(strings.TrimSpace(account)))
	if errors.Is(err, store.ErrNotFound) {
		return user, false, nil
	}
	return user, err == nil && !user.Disabled && may(user, RoleAgent), err
}

// Waiting implements connectors.Desk.
func (e elsewhere) Waiting(ctx context.Context, limit int) ([]connectors.Card, error) {
	rows, _, err := e.rows(ctx, place{Group: groups[0].key})
	if err != nil {
		return nil, err
	}
	return e.cards(ctx, rows[:min(limit, len(rows))])
}

// Find implements connectors.Desk. An ID of a case, or its address, finds it.
func (e elsewhere) Find(ctx context.Context, words string, limit int) ([]connectors.Card, error) {
	id := words[strings.LastIndex(words, "/")+1:]
	if f, err := e.o.Store.Case(ctx, id); err == nil {
		return e.cards(ctx, []store.CaseRow{{Case: f.Case, Mention: f.Mention, Verdict: f.Verdict}})
	}
	rows, err := e.o.Store.Cases(ctx, store.CaseFilter{Query: words, Order: store.ByNewest, Limit: limit})
	if err != nil {
		return nil, err
	}
	return e.cards(ctx, rows)
}

// cards are cases as a list shows them.
func (e elsewhere) cards(ctx context.Context, rows []store.CaseRow) (out []connectors.Card, err error) {
	waiting, err := e.unanswered(ctx, rows)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		c := e.cardOf(r.Case, r.Mention, r.Verdict)
		c.Post, c.Standing = excerpt(r.Mention), stateNames[r.Case.State]
		if waiting[r.Case.ID] {
			c.Standing = needsWords
		}
		out = append(out, c)
	}
	return out, nil
}

func (e elsewhere) cardOf(c care.Case, m care.Mention, v care.Verdict) connectors.Card {
	card := connectors.Card{
		Case: c.ID, URL: e.caseURL(c.ID), Mark: markOf(v).Word, Title: shownHandle(m.Author) + " on " + platformName(m.Platform),
		Post: visible(m.Text), PostURL: safeLink(m.URL), Posted: when(m, c),
	}
	if m.Deleted {
		card.Post = excerpt(m)
	}
	if waits(c) {
		card.Due = c.DueAt
	}
	return card
}

// caseURL is where people open a case.
func (e elsewhere) caseURL(id string) string {
	cfg := e.o.Config()
	return strings.TrimRight(firstOf(cfg.Desk.PublicURL, "http://"+cfg.Desk.Addr), "/") + "/cases/" + id
}

// Card implements connectors.Desk.
func (e elsewhere) Card(ctx context.Context, caseID string) (*connectors.Card, error) {
	f, err := e.o.Store.Case(ctx, caseID)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	profile, err := e.profileOf(ctx, f.Mention.AuthorKey())
	if err != nil {
		return nil, err
	}
	c := e.cardOf(f.Case, f.Mention, f.Verdict)
	c.Tone, c.Standing = e.standingElsewhere(f)
	if writable(f.Case.State) && !f.Mention.Deleted && current(f).Text != "" {
		if err := e.addAnswer(ctx, f, &c); err != nil {
			return nil, err
		}
	}
	if heldBy(f) != "" && !f.Mention.Deleted {
		c.Draft, c.Can = draftID(f), append(c.Can, connectors.DeedEdit, connectors.DeedHold)
	}
	if m, _ := moveNamed("fold"); m.allowed(f) {
		c.Can, c.AsksWhy = append(c.Can, connectors.DeedFold), m.against(f, profile)
	}
	if m, _ := moveNamed("withdraw"); m.allowed(f) && !claimed(f.Sends) {
		c.Can = append(c.Can, connectors.DeedWithdraw)
	}
	return &c, nil
}

// standingElsewhere says where a case stands without how long ago: a message is
// read at any time.
func (e elsewhere) standingElsewhere(f *store.CaseFile) (tone, said string) {
	tone, title, text := e.standing(f)
	if n := len(f.Decisions); n > 0 {
		text = strings.Replace(text, ", "+since(f.Decisions[n-1].At, e.o.Now()), "", 1)
	}
	if title == "" || text == "" {
		return tone, title + text
	}
	return tone, title + ". " + capital(text)
}

// addAnswer shows the draft as it would leave, and what is to be said of it.
func (e elsewhere) addAnswer(ctx context.Context, f *store.CaseFile, c *connectors.Card) error {
	reach := e.o.Reach(f.Mention)
	dr, err := e.checked(ctx, store.User{}, f, fitting(current(f), reach))
	if err != nil {
		return err
	}
	c.Draft, c.Text, c.Costs, c.Author = draftID(f), dr.Text, reach.costs(dr), strings.TrimSuffix(e.author(f), ", "+since(dr.At, e.o.Now()))
	if messages(dr, reach) && !messaged(f) {
		c.Private = dr.Private.Text
	}
	if dr.Otherwise != dr.Text && c.Private != "" {
		c.Otherwise = dr.Otherwise
	}
	for _, check := range checksOf(dr).Doubts {
		c.Doubts = append(c.Doubts, capital(check.Rule)+": "+check.Note)
	}
	c.Forbids = refusals(f, dr, reach)
	if spent, err := e.spent(ctx, store.User{}, f, dr); err != nil {
		return err
	} else if spent != nil {
		c.Forbids = append(c.Forbids, spent.Why)
	}
	if len(c.Forbids) == 0 {
		c.Can = append(c.Can, connectors.DeedApprove)
	}
	c.Can = append(c.Can, connectors.DeedEdit, connectors.DeedAnother)
	if f.Case.State == care.StateDrafted {
		c.Can = append(c.Can, connectors.DeedReject)
	}
	return nil
}

// Do implements connectors.Desk.
func (e elsewhere) Do(ctx context.Context, deed connectors.Deed) (connectors.Outcome, error) {
	user, ok, err := e.member(ctx, deed.Account)
	if err != nil || !ok {
		return notDone("The desk has no account " + deed.Account + " that may do this."), err
	}
	f, err := e.o.Store.Case(ctx, deed.Case)
	if errors.Is(err, store.ErrNotFound) {
		return notDone("There is no such case any more."), nil
	}
	if err != nil {
		return connectors.Outcome{}, err
	}
	out, err := e.do(ctx, user, f, deed)
	var moved *care.MoveError
	if errors.As(err, &moved) || errors.Is(err, store.ErrConflict) {
		return e.tooLate(ctx, f.Case.ID), nil
	}
	if err == nil && out.Done != "" {
		err = e.noteVia(ctx, user, deed)
	}
	return out, err
}

// notDone says what forbids a deed.
func notDone(why ...string) connectors.Outcome { return connectors.Outcome{Forbids: why} }

// tooLate says who was quicker.
func (e elsewhere) tooLate(ctx context.Context, id string) connectors.Outcome {
	said := "Somebody was quicker."
	if f, err := e.o.Store.Case(ctx, id); err == nil {
		said += " " + firstOf(e.lastDeed(f), "The case is "+stateNames[f.Case.State]+" now.")
	}
	return notDone(said + " Your change was not made.")
}

// noteVia adds to the audit trail where somebody did what they did.
func (e elsewhere) noteVia(ctx context.Context, user store.User, deed connectors.Deed) error {
	detail, err := json.Marshal(map[string]string{"deed": deed.Do, "via": deed.Via})
	if err != nil {
		return err
	}
	return e.o.Store.AppendAudit(ctx, store.AuditEntry{At: e.o.Now(), Actor: user.Name, Action: "case.elsewhere", Object: deed.Case, Detail: string(detail)})
}

// do does a deed as the page's own buttons would.
func (e elsewhere) do(ctx context.Context, user store.User, f *store.CaseFile, deed connectors.Deed) (connectors.Outcome, error) {
	switch deed.Do {
	case connectors.DeedFold, connectors.DeedReject, connectors.DeedWithdraw:
		return e.moveElsewhere(ctx, user, f, deed)
	}
	switch {
	case !writable(f.Case.State):
		return e.tooLate(ctx, f.Case.ID), nil
	case deed.Draft != draftID(f):
		return notDone("The draft changed meanwhile, and nothing was done. It is shown as it is now: look at it again."), nil
	}
	switch deed.Do {
	case connectors.DeedApprove:
		dr, err := e.checked(ctx, user, f, fitting(current(f), e.o.Reach(f.Mention)))
		if err != nil {
			return connectors.Outcome{}, err
		}
		problems, err := e.sendOff(ctx, user, f, dr, false, "")
		return outcome("Approved.", problems), err
	case connectors.DeedEdit:
		return e.editElsewhere(ctx, user, f, deed)
	case connectors.DeedHold:
		if deed.Text = heldBy(f); deed.Text == "" {
			return notDone("There are no words to hold this with: write your own."), nil
		}
		return e.editElsewhere(ctx, user, f, deed)
	case connectors.DeedAnother:
		dr, err := e.nextWording(ctx, user, f)
		if err != nil {
			return connectors.Outcome{}, err
		}
		if dr.Text == "" {
			return notDone(dr.Reason), nil
		}
		_, err = e.o.Store.SaveDraft(ctx, dr)
		return outcome("Here is another wording.", nil), err
	}
	return notDone(fmt.Sprintf("There is no such deed as %q.", deed.Do)), nil
}

func outcome(done string, problems []string) connectors.Outcome {
	if len(problems) > 0 {
		return notDone(problems...)
	}
	return connectors.Outcome{Done: done}
}

// editElsewhere keeps somebody's own words as the draft. They are approved by a
// further step, by whoever reads them.
func (e elsewhere) editElsewhere(ctx context.Context, user store.User, f *store.CaseFile, deed connectors.Deed) (connectors.Outcome, error) {
	w := wording{Text: strings.TrimSpace(deed.Text), Otherwise: strings.TrimSpace(deed.Otherwise), Private: strings.TrimSpace(deed.Private)}
	if w.Text == "" {
		return notDone("The public answer is empty."), nil
	}
	if was := fitting(current(f), e.o.Reach(f.Mention)); w.Otherwise == "" && was.Otherwise == was.Text {
		w.Otherwise = w.Text
	}
	dr, err := e.reworded(ctx, user, f, w)
	if err == nil {
		dr.CaseID = f.Case.ID
		_, err = e.o.Store.SaveDraft(ctx, dr)
	}
	return outcome("Your words are saved, and not sent.", nil), err
}

// moveElsewhere makes one of the moves that are about no words.
func (e elsewhere) moveElsewhere(ctx context.Context, user store.User, f *store.CaseFile, deed connectors.Deed) (connectors.Outcome, error) {
	m, ok := moveNamed(deed.Do)
	if !ok || !m.allowed(f) {
		return e.tooLate(ctx, f.Case.ID), nil
	}
	ask, err := e.carryOut(ctx, user, m, f, strings.TrimSpace(deed.Reason))
	if ask != "" {
		return notDone(ask + " Give a reason: the next person reads it."), err
	}
	return outcome(capital(deeds[m.kind])+".", nil), err
}

// Overview implements connectors.Desk.
func (e elsewhere) Overview(ctx context.Context) ([]string, error) {
	counts, err := e.counts(ctx)
	if err != nil {
		return nil, err
	}
	var lists []string
	for _, g := range groups {
		if n := counts[g.key]; n > 0 || !g.asNeeded {
			lists = append(lists, fmt.Sprintf("%s: %s", g.title, number(n)))
		}
	}
	lines := []string{strings.Join(lists, " · ")}
	all, err := e.connectorsNow(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		line := c.Name + ": " + c.State
		if c.Reason != "" {
			line += " (" + c.Reason + ")"
		}
		lines = append(lines, line)
	}
	slices.Sort(lines[1:])
	return lines, nil
}
