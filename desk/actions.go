package desk

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// move is one decision about a case that is not about the words of its answer.
type move struct {
	view moveView
	kind string
	to   func(*store.CaseFile) care.State
	stay bool // afterwards the case stays in view
}

// moves lists them in the order of the page. One without a title has a button
// of its own elsewhere.
var moves = []move{
	{moveView{To: "reject", Ask: "What is wrong with it?", Required: true}, care.DecideReject, always(care.StateOpen), true},
	{moveView{To: "withdraw"}, care.DecideWithdraw, always(care.StateDrafted), true},
	{moveView{To: "resolve", Title: "Resolved", Key: "x"}, care.DecideResolve, always(care.StateResolved), false},
	{moveView{To: "close", Title: "Close", Key: "c"}, care.DecideClose, always(care.StateClosed), false},
	{moveView{To: "dismiss", Title: "Dismiss", Key: "d"}, care.DecideDismiss, always(care.StateDismissed), false},
	{moveView{To: "fold", Title: "Fold", Key: "f"}, care.DecideFold, always(care.StateFolded), false},
	{moveView{To: "reopen", Title: "Open again", Key: "o"}, care.DecideReopen, reopened, true},
	{moveView{To: "no-complaint", Title: "Dismiss: not a complaint", Quiet: true}, care.DecideDismiss, always(care.StateDismissed), false},
	{moveView{To: "legal", Title: "To legal", Ask: "Why? (optional)", Quiet: true}, care.DecideLegal, always(care.StateLegal), false},
	{moveView{To: "safety", Title: "Danger to a person", Ask: "What is the danger? (optional)", Quiet: true}, care.DecideSafety, always(care.StateSafety), false},
}

func always(to care.State) func(*store.CaseFile) care.State {
	return func(*store.CaseFile) care.State { return to }
}

// reopened is where a case goes back to: to its draft, where it has one.
func reopened(f *store.CaseFile) care.State {
	if dr := f.Draft(); dr != nil && dr.Text != "" && care.CanMove(f.Case.State, care.StateDrafted) {
		return care.StateDrafted
	}
	return care.StateOpen
}

// allowed reports whether the move is one of the table's from where the case
// stands. To reopen means to come back from an end, to withdraw from approval.
func (m move) allowed(f *store.CaseFile) bool {
	from := f.Case.State
	switch m.kind {
	case care.DecideReopen:
		if writable(from) || from == care.StateApproved || from == care.StateSending || from == care.StateUnknown {
			return false
		}
	case care.DecideReject:
		if from != care.StateDrafted {
			return false
		}
	case care.DecideWithdraw:
		return from == care.StateApproved
	case care.DecideDismiss:
		if from == care.StateApproved {
			return false // take the approval back first: it may be leaving
		}
	}
	return care.CanMove(from, m.to(f))
}

func moveNamed(name string) (move, bool) {
	i := slices.IndexFunc(moves, func(m move) bool { return m.view.To == name })
	if i < 0 {
		return move{}, false
	}
	return moves[i], true
}

// required is what to give as a reason wherever the case stands; "" for none.
func (m move) required() string {
	if m.view.Required {
		return m.view.Ask
	}
	return ""
}

// moveCase carries out a decision, then shows the next case.
func (d *Desk) moveCase(v *visit) error {
	ctx := v.r.Context()
	m, ok := moveNamed(v.r.PostFormValue("to"))
	if !ok {
		d.showError(v.w, v, http.StatusBadRequest, "There is no such move", "Nothing was changed.")
		return nil
	}
	f, err := d.o.Store.Case(ctx, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	if !m.allowed(f) {
		return d.late(v, f, nil)
	}
	next, err := d.following(ctx, placeOf(v.r), f.Case.ID)
	if err != nil {
		return err
	}
	ask, err := d.carryOut(ctx, v.user, m, f, formText(v.r, "reason"))
	switch {
	case err != nil:
		return d.lateOr(v, err, nil)
	case ask != "":
		return d.showCaseWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "A reason is needed",
			Lines: []string{ask + " A few words are enough: the next person reads them, and the software learns from it."}}, nil)
	}
	if offered, err := d.offersAfter(v, m, f.Case.ID); err != nil {
		return err
	} else if m.stay || offered {
		next = placeOf(v.r).url("/cases/" + f.Case.ID)
	} else {
		next = withDone(next, f.Case.ID)
	}
	http.Redirect(v.w, v.r, next, http.StatusSeeOther)
	return nil
}

// carryOut makes a move that is allowed. It asks for a reason where one is
// needed and none was given: then nothing was done.
func (d *Desk) carryOut(ctx context.Context, user store.User, m move, f *store.CaseFile, why string) (ask string, err error) {
	profile, err := d.profileOf(ctx, f.Mention.AuthorKey())
	if err != nil {
		return "", err
	}
	if m.view.To == "no-complaint" {
		why = care.NotComplaint // the software learns from it
	}
	if ask := firstOf(m.against(f, profile), m.required()); ask != "" && why == "" {
		return ask, nil
	}
	decision := care.Decision{CaseID: f.Case.ID, Actor: user.Name, Kind: m.kind, Reason: why, At: d.o.Now()}
	if _, err := d.o.Store.Decide(ctx, decision, m.to(f)); err != nil {
		return "", err
	}
	return "", d.learnStance(ctx, m, f, profile, decision)
}

// offersAfter reports whether a resolution calls for a public line: the case
// then stays in view.
func (d *Desk) offersAfter(v *visit, m move, caseID string) (bool, error) {
	if m.kind != care.DecideResolve {
		return false, nil
	}
	f, err := d.o.Store.Case(v.r.Context(), caseID)
	return err == nil && d.offersClosing(f), err
}

// lateOr shows who was quicker when that is what the error says.
func (d *Desk) lateOr(v *visit, err error, typed *care.Draft) error {
	var moved *care.MoveError
	if !errors.As(err, &moved) && !errors.Is(err, store.ErrConflict) {
		return err
	}
	f, readErr := d.o.Store.Case(v.r.Context(), v.r.PathValue("id"))
	if readErr != nil {
		return readErr
	}
	return d.late(v, f, typed)
}

// late shows the case as it is now, says who changed it, and keeps what was
// typed in view.
func (d *Desk) late(v *visit, f *store.CaseFile, typed *care.Draft) error {
	n := &noticeView{Title: "Somebody was quicker", Lines: []string{firstOf(d.lastDeed(f), "The case is "+stateNames[f.Case.State]+" now.") + " Your change was not made."}}
	if typed != nil && !writable(f.Case.State) {
		n.Lines = append(n.Lines, "Your words were: "+typed.Text)
	}
	return d.showCaseWith(v, http.StatusConflict, n, typed)
}

// following is the address of the case after this one in the list, or before it
// at the end, or of the list when it was the last.
func (d *Desk) following(ctx context.Context, p place, id string) (string, error) {
	rows, _, err := d.rows(ctx, p)
	if err != nil {
		return "", err
	}
	prev, next := neighbours(p, rows, id)
	return firstOf(next, prev, p.url("/")), nil
}

// doneView says what was just done to another case, and offers to undo it.
type doneView struct {
	ID, Text string
	Undo     string // the move that takes it back; "" when it is too late
	Until    moment // how long that is possible
	Action   string // address of the undo
	Keep     string // address of the form that keeps the answer as a known one
}

// done describes the case that the address says was just worked. It is read
// from the store, so that it is true however old the page is.
func (d *Desk) done(ctx context.Context, v *visit, p place) (*doneView, error) {
	id := v.r.URL.Query().Get("done")
	if id == "" {
		return nil, nil
	}
	f, err := d.o.Store.Case(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := &doneView{ID: id, Action: p.url("/cases/" + id + "/move"), Text: capital(stateNames[f.Case.State]) + ": " + shownHandle(f.Mention.Author) + "."}
	after := retractable(f)
	switch n := d.nowView(f); {
	case after != nil:
		out.Text, out.Action = "Approved: the follow-up to "+shownHandle(f.Mention.Author), p.url("/cases/"+id+"/take-back")
		if after.Kind == care.SendClosing {
			out.Text = "Approved: the closing line to " + shownHandle(f.Mention.Author)
		}
		out.Undo, out.Until = after.ID, d.sendView(*after).Leaves
	case n.Withdraw:
		out.Text = "Approved: the answer to " + shownHandle(f.Mention.Author)
		out.Undo, out.Until, out.Keep = "withdraw", n.Leaves, d.keepURL(v, f)
	case f.Case.State == care.StateDismissed, f.Case.State == care.StateFolded, f.Case.State == care.StateLegal,
		f.Case.State == care.StateSafety, f.Case.State == care.StateResolved, f.Case.State == care.StateClosed:
		out.Undo = "reopen"
	}
	return out, nil
}

// settleSend records what a person saw on the platform about a parked send.
func (d *Desk) settleSend(v *visit) error {
	ctx := v.r.Context()
	f, err := d.o.Store.Case(ctx, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	id := v.r.PostFormValue("send")
	i := slices.IndexFunc(f.Sends, func(s care.Send) bool { return s.ID == id })
	if i < 0 || f.Sends[i].State != care.SendUnknown || !f.Sends[i].Parked {
		return d.late(v, f, nil)
	}
	s, problem := settlement(v, f.Sends[i], d.o.Now())
	if problem != "" {
		return d.showCaseWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "Not settled yet", Lines: []string{problem}}, nil)
	}
	if err := d.o.Store.Settle(ctx, s); err != nil {
		return d.lateOr(v, err, nil)
	}
	http.Redirect(v.w, v.r, placeOf(v.r).url("/cases/"+f.Case.ID), http.StatusSeeOther)
	return nil
}

// settlement turns what a person saw into the store's words.
func settlement(v *visit, send care.Send, now time.Time) (s store.Settlement, problem string) {
	s = store.Settlement{SendID: send.ID, Actor: v.user.Name, Text: send.Text, At: now}
	address := formText(v.r, "url")
	switch v.r.PostFormValue("seen") {
	case "there":
		if address != "" && safeLink(address) == "" {
			return s, "The address of our message must start with https://."
		}
		if address == "" && send.Kind.Public() {
			return s, "Paste the address of our answer, so that everybody can find it."
		}
		s.State = care.SendSent
		s.Reason = "seen on the platform by " + v.user.Name
		s.Receipt = &care.Receipt{ID: firstOf(address, send.ID), URL: address, At: now}
	case "again":
		s.State, s.NotBefore = care.SendApproved, now
		s.Reason = "not on the platform, as " + v.user.Name + " saw: sent again"
	case "gone":
		s.State = care.SendFailed
		s.Reason = "not on the platform, as " + v.user.Name + " saw"
	default:
		return s, "Say whether it is there."
	}
	return s, ""
}
