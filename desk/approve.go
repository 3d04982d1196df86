package desk

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"time"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/store"
)

// saveDraft keeps edited words without approving them.
func (d *Desk) saveDraft(v *visit) error {
	f, dr, done, err := d.typed(v)
	if err != nil || done {
		return err
	}
	if dr.Text == "" {
		return d.refuse(v, dr, []string{"The public answer is empty."})
	}
	return d.keep(v, f, dr)
}

// anotherDraft asks the responder for its next wording.
func (d *Desk) anotherDraft(v *visit) error {
	f, typed, done, err := d.typed(v)
	if err != nil || done {
		return err
	}
	dr, err := d.nextWording(v.r.Context(), v.user, f)
	if err != nil {
		return err
	}
	switch {
	case dr.Wordless(), dr.Text == "" && current(f).Text != "":
		return d.refuse(v, typed, []string{dr.Reason})
	case dr.Text == "":
		return d.otherHolding(v, f, typed, dr)
	}
	return d.keep(v, f, dr)
}

// nextWording is the responder's next wording for a case, which nobody has kept
// yet; without any words, its reason says why there is none.
func (d *Desk) nextWording(ctx context.Context, user store.User, f *store.CaseFile) (care.Draft, error) {
	q, err := d.request(ctx, user, f)
	if err != nil {
		return care.Draft{}, err
	}
	q.Variant = current(f).Variant + 1
	dr, err := d.another(ctx, f, q)
	if err != nil {
		return dr, err
	}
	if dr.Text == "" {
		dr.Reason = firstOf(dr.Reason, "There is no other wording for this.")
	}
	dr.CaseID, dr.By, dr.At, dr.Variant = f.Case.ID, "graces", d.o.Now(), q.Variant
	return dr, nil
}

// another is the next wording: of the statement where the case holds one, else
// of its own answer.
func (d *Desk) another(ctx context.Context, f *store.CaseFile, q responder.Request) (care.Draft, error) {
	i, err := d.incidentOf(ctx, f)
	if err != nil || i == nil || i.Lead != f.Case.ID {
		return d.responder().Draft(q), err
	}
	q.Verdict.Topic = i.Topic
	return d.responder().Statement(q), nil
}

func (d *Desk) keep(v *visit, f *store.CaseFile, dr care.Draft) error {
	dr.CaseID = f.Case.ID
	if _, err := d.o.Store.SaveDraft(v.r.Context(), dr); err != nil {
		return d.lateOr(v, err, &dr)
	}
	http.Redirect(v.w, v.r, placeOf(v.r).url("/cases/"+f.Case.ID), http.StatusSeeOther)
	return nil
}

// typed reads the case and the words of the form. It is done when the case, or
// its draft, changed while the form was open: then that is shown instead, and
// nothing of either is lost.
func (d *Desk) typed(v *visit) (f *store.CaseFile, dr care.Draft, done bool, err error) {
	f, err = d.o.Store.Case(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return nil, dr, false, err
	}
	if dr, err = d.edited(v, f); err != nil {
		return nil, dr, false, err
	}
	if !writable(f.Case.State) {
		return f, dr, true, d.late(v, f, &dr)
	}
	if was := current(f); v.r.PostFormValue("draft") != was.ID {
		n := &noticeView{Title: "The draft changed meanwhile", Lines: []string{
			"Below are your words; nothing was saved or sent. The draft is now: " + was.Text,
			"Approve or save again to put yours in its place."}}
		return f, dr, true, d.showCaseWith(v, http.StatusConflict, n, &dr)
	}
	return f, dr, false, nil
}

// approve takes the answer as it stands in the form, if the checks allow it.
func (d *Desk) approve(v *visit) error {
	ctx := v.r.Context()
	f, dr, done, err := d.typed(v)
	if err != nil || done {
		return err
	}
	next, err := d.following(ctx, placeOf(v.r), f.Case.ID)
	if err != nil {
		return err
	}
	problems, err := d.sendOff(ctx, v.user, f, dr, v.r.PostFormValue("alone") != "", formText(v.r, "allow"))
	switch {
	case err != nil:
		return d.lateOr(v, err, &dr)
	case len(problems) > 0:
		return d.refuse(v, dr, problems)
	}
	http.Redirect(v.w, v.r, withDone(next, f.Case.ID), http.StatusSeeOther)
	return nil
}

// sendOff approves an answer, or of it the private message alone, if nothing
// forbids it: problems lists what must change first, and nothing was done.
// reason is why it may go beyond the attention budget.
func (d *Desk) sendOff(ctx context.Context, user store.User, f *store.CaseFile, dr care.Draft, alone bool, reason string) (problems []string, err error) {
	allowed := ""
	problems = refusals(f, dr, d.o.Reach(f.Mention))
	if alone {
		problems = aloneRefusals(f, dr, d.o.Reach(f.Mention))
	} else if len(problems) == 0 {
		var over string
		if allowed, over, err = d.allowance(ctx, user, f, dr, reason); err != nil {
			return nil, err
		}
		if over != "" {
			problems = []string{over}
		}
	}
	if len(problems) > 0 {
		return problems, nil
	}
	if f.Case.State != care.StateDrafted { // own words: first a draft like any other
		if dr, err = d.o.Store.SaveDraft(ctx, dr); err != nil {
			return nil, err
		}
	}
	a := d.approval(user, f, dr, d.o.Now())
	if alone {
		a.Sends = a.Sends[:1]
	}
	a.Sends[len(a.Sends)-1].Allowed = allowed
	_, err = d.o.Store.Approve(ctx, a)
	return nil, err
}

// approval is what leaves: the private message first, then the public answer,
// whose wording depends on what became of the message.
func (d *Desk) approval(user store.User, f *store.CaseFile, dr care.Draft, now time.Time) store.Approval {
	a := store.Approval{CaseID: f.Case.ID, Actor: user.Name, At: now, Draft: dr,
		NotBefore: now.Add(d.o.Config().Sender.UndoFor)}
	public := care.Send{Kind: care.SendPublic, Connector: f.Mention.Connector, Mention: f.Mention, Text: dr.Text,
		Route: responder.OfferedIn(firstOf(dr.Otherwise, dr.Text), routesOf(d.o.Config()))}
	if messages(dr, d.o.Reach(f.Mention)) && !messaged(f) {
		a.Sends = append(a.Sends, care.Send{Kind: care.SendPrivate, Connector: f.Mention.Connector, Mention: f.Mention, Text: dr.Private.Text, Route: care.RouteMessage})
		public.Otherwise = dr.Otherwise
	}
	a.Sends = append(a.Sends, public)
	return a
}

// messages reports whether a private message goes with the answer.
func messages(dr care.Draft, reach Reach) bool {
	return reach.CanMessage && dr.Private.Route == care.RouteMessage && dr.Private.Text != ""
}

// messaged reports whether the private message of this round has arrived
// already, with a public answer that then failed. A case that was resolved and
// opened again begins a new round.
func messaged(f *store.CaseFile) bool {
	var round time.Time
	for _, k := range f.Decisions {
		if k.Kind == care.DecideResolve {
			round = k.At
		}
	}
	return slices.ContainsFunc(f.Sends, func(s care.Send) bool {
		return s.Kind == care.SendPrivate && s.State == care.SendSent && s.CreatedAt.After(round)
	})
}

// refusals lists what must change before an answer may leave.
func refusals(f *store.CaseFile, dr care.Draft, reach Reach) []string {
	var out []string
	switch {
	case !reach.CanReply:
		return []string{firstOf(reach.Why, "This connector cannot publish answers.") + " Copy the text, open the post, answer by hand, and paste the address of your answer."}
	case f.Mention.Deleted:
		return []string{"The author has deleted the post: there is nothing to answer."}
	case dr.Text == "":
		return []string{"The public answer is empty."}
	case messages(dr, reach) && dr.Otherwise == "":
		out = append(out, "Say what is published if the private message cannot be delivered.")
	case dr.Private.Route == care.RouteMessage && dr.Private.Text == "" && dr.Otherwise != dr.Text:
		out = append(out, "The private message is empty, and the answer may say that one was sent. Write it, or choose “answer without a message”.")
	}
	return append(out, blocked(dr)...)
}

// blocked lists the broken rules that forbid approval.
func blocked(dr care.Draft) (out []string) {
	for _, c := range dr.Checks {
		if c.Blocking && !c.OK {
			out = append(out, capital(words(c.Rule))+": "+c.Note)
		}
	}
	return out
}

// aloneRefusals lists what must change before a private message may leave
// alone.
func aloneRefusals(f *store.CaseFile, dr care.Draft, reach Reach) []string {
	if f.Mention.Deleted || !messages(dr, reach) || messaged(f) {
		return []string{"There is no private message that could be sent alone: write one, or open the post and answer by hand."}
	}
	if dr.Text == "" {
		return []string{"The public answer is empty. Leave its words in: they are kept with the case, and not sent."}
	}
	return blocked(dr)
}

// refuse shows the case again with the words as they were typed.
func (d *Desk) refuse(v *visit, typed care.Draft, problems []string) error {
	return d.showCaseWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "Not sent: this must change first", Lines: problems}, &typed)
}

// withDone adds to an address which case was just worked.
func withDone(address, id string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	q := u.Query()
	q.Set("done", id)
	u.RawQuery = q.Encode()
	return u.String()
}
