package desk

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// afterView is a message that may go out after the resolution, with its draft.
type afterView struct {
	Kind    care.SendKind
	Title   string
	Hint    string
	Text    string
	Empty   string // why there is no draft
	Checks  checksView
	Another string // address of the same page with another wording
	Spent   string // the attention budget has no more
	May     bool   // this person may allow one more
}

// Closing reports whether it is the public line.
func (a afterView) Closing() bool { return a.Kind == care.SendClosing }

const (
	followUpFor = 14 * 24 * time.Hour // after that nobody is asked any more: it would come out of the blue
	askedOnceIn = 30 * 24 * time.Hour // nobody is asked more often
)

// dueFollowUps is which cases are due now for asking how it went; nil where
// nobody is ever asked.
func (d *Desk) dueFollowUps() *store.FollowUp {
	after, now := d.o.Config().Responder.FollowUp, d.o.Now()
	if after <= 0 {
		return nil
	}
	return &store.FollowUp{Since: now.Add(-after - followUpFor), Until: now.Add(-after), Asked: now.Add(-askedOnceIn)}
}

// afters are the messages that may go out now: the public line, where the
// matter was public, and the follow-up, where it is due.
func (d *Desk) afters(ctx context.Context, v *visit, f *store.CaseFile) ([]afterView, error) {
	if f.Case.State != care.StateResolved && f.Case.State != care.StateClosed || f.Mention.Deleted {
		return nil, nil
	}
	var out []afterView
	if d.offersClosing(f) {
		a, err := d.closingView(ctx, v, f)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	due, err := d.followUpDue(ctx, f)
	if err != nil {
		return nil, err
	}
	if due {
		a, err := d.followUpView(ctx, v, f)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	for i := range out {
		if v.after != nil && v.after.Kind == out[i].Kind {
			out[i].Text, out[i].Checks = v.after.Text, v.after.Checks
		}
	}
	return out, nil
}

// offersClosing reports whether a public line may close a resolved case: our
// answer stands in public, and no such line was approved.
func (d *Desk) offersClosing(f *store.CaseFile) bool {
	began := roundBegan(f)
	if !d.o.Reach(f.Mention).CanReply || f.Mention.Deleted {
		return false
	}
	answered := false
	for _, s := range f.Sends {
		if s.Kind == care.SendClosing && s.State != care.SendWithdrawn && s.CreatedAt.After(began) {
			return false
		}
		answered = answered || s.Kind == care.SendPublic && !s.Closing && s.State == care.SendSent && s.CreatedAt.After(began)
	}
	return answered
}

// roundBegan is when a case was opened again last; zero where it never was.
func roundBegan(f *store.CaseFile) (began time.Time) {
	for _, k := range f.Decisions {
		if k.Kind == care.DecideReopen {
			began = k.At
		}
	}
	return began
}

func (d *Desk) followUpDue(ctx context.Context, f *store.CaseFile) (bool, error) {
	due := d.dueFollowUps()
	if due == nil || !d.o.Reach(f.Mention).CanMessage {
		return false, nil
	}
	due.CaseID = f.Case.ID
	n, err := d.o.Store.CountFollowUps(ctx, *due)
	return n > 0, err
}

func (d *Desk) closingView(ctx context.Context, v *visit, f *store.CaseFile) (afterView, error) {
	a := afterView{Kind: care.SendClosing, Title: "Close it in public too?", May: v.may(RoleManager),
		Hint: "It began in public, so one line there tells everybody that it is settled. Nothing private goes into it."}
	q, err := d.request(ctx, v.user, f)
	if err != nil {
		return a, err
	}
	q.Variant, _ = strconv.Atoi(v.r.URL.Query().Get("line"))
	dr := d.responder().ClosingLine(q)
	a.Text, a.Empty, a.Checks = dr.Text, dr.Reason, checksOf(dr)
	a.Another = placeOf(v.r).url("/cases/"+f.Case.ID, "line", strconv.Itoa(q.Variant+1))
	a.Spent, err = d.closingSpent(ctx, f)
	return a, err
}

// closingSpent says why the budget allows no closing line; "" where it does.
func (d *Desk) closingSpent(ctx context.Context, f *store.CaseFile) (string, error) {
	budget := care.Budget(d.o.Config().Authors.Budget)
	spent, err := d.o.Store.Attention(ctx, f.Case.ID, d.o.Now().Add(-budget.Window))
	if why := budget.Over(care.LineSettled, spent.Spent); err == nil && why != "" {
		return sentence(why), nil
	}
	return "", err
}

func (d *Desk) followUpView(ctx context.Context, v *visit, f *store.CaseFile) (afterView, error) {
	a := afterView{Kind: care.SendFollowUp, Title: "Ask how it went?",
		Hint: "Once, in private. Resolved " + since(f.Case.ResolvedAt, d.o.Now()) + "."}
	q, err := d.request(ctx, v.user, f)
	if err != nil {
		return a, err
	}
	q.Variant, _ = strconv.Atoi(v.r.URL.Query().Get("line"))
	q.Link = d.formLink(care.AnswerFollowUp, f.Case.ID)
	dr := d.responder().FollowUp(q)
	a.Text, a.Empty, a.Checks = dr.Private.Text, dr.Reason, checksOf(dr)
	a.Another = placeOf(v.r).url("/cases/"+f.Case.ID, "line", strconv.Itoa(q.Variant+1))
	return a, nil
}

// approveAfter sends the public line or the follow-up off, as it stands in the
// form, if the checks allow it.
func (d *Desk) approveAfter(v *visit) error {
	ctx := v.r.Context()
	f, err := d.o.Store.Case(ctx, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	a := afterView{Kind: care.SendKind(v.r.PostFormValue("kind")), Text: formText(v.r, "text")}
	offered, err := d.afters(ctx, v, f)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(offered, func(o afterView) bool { return o.Kind == a.Kind })
	if at < 0 {
		return d.late(v, f, nil)
	}
	a.Spent, a.May = offered[at].Spent, offered[at].May
	problems, err := d.afterProblems(ctx, v, f, &a)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		v.after = &a
		return d.showCaseWith(v, http.StatusUnprocessableEntity, &noticeView{Title: "Not sent: this must change first", Lines: problems}, nil)
	}
	next, err := d.following(ctx, placeOf(v.r), f.Case.ID)
	if err != nil {
		return err
	}
	if _, err := d.o.Store.ApproveAfter(ctx, d.aftercare(v, f, a)); err != nil {
		return d.lateOr(v, err, nil)
	}
	http.Redirect(v.w, v.r, withDone(next, f.Case.ID), http.StatusSeeOther)
	return nil
}

func (d *Desk) aftercare(v *visit, f *store.CaseFile, a afterView) store.Aftercare {
	now := d.o.Now()
	out := store.Aftercare{CaseID: f.Case.ID, Kind: a.Kind, Text: a.Text, Actor: v.user.Name, At: now, NotBefore: now.Add(d.o.Config().Sender.UndoFor)}
	if a.Spent != "" {
		out.Allowed = v.user.Name + ": " + clipped(formText(v.r, "allow"))
	}
	return out
}

// afterProblems judges the words of the form, and lists what forbids them.
func (d *Desk) afterProblems(ctx context.Context, v *visit, f *store.CaseFile, a *afterView) ([]string, error) {
	q, err := d.request(ctx, v.user, f)
	if err != nil {
		return nil, err
	}
	dr := care.Draft{Text: a.Text}
	if a.Closing() {
		dr.Checks = d.responder().CheckClosingLine(a.Text, q)
	} else {
		dr.Checks = d.responder().CheckPrivate(a.Text, q)
	}
	a.Checks = checksOf(dr)
	problems := blocked(dr)
	switch {
	case a.Text == "":
		problems = []string{"The message is empty."}
	case a.Spent != "" && !a.May:
		problems = append(problems, a.Spent+" To allow one more is for managers: your account is signed in as "+v.user.Role+".")
	case a.Spent != "" && formText(v.r, "allow") == "":
		problems = append(problems, a.Spent)
	}
	return problems, nil
}

// declineFollowUp keeps a case from being followed up.
func (d *Desk) declineFollowUp(v *visit) error {
	next, err := d.following(v.r.Context(), placeOf(v.r), v.r.PathValue("id"))
	if err != nil {
		return err
	}
	if err := d.o.Store.DeclineFollowUp(v.r.Context(), v.r.PathValue("id"), v.user.Name, d.o.Now()); err != nil {
		return d.lateOr(v, err, nil)
	}
	http.Redirect(v.w, v.r, next, http.StatusSeeOther)
	return nil
}

// takeBack withdraws a public line or a follow-up that has not left.
func (d *Desk) takeBack(v *visit) error {
	f, err := d.o.Store.Case(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return err
	}
	id := v.r.PostFormValue("to")
	if !slices.ContainsFunc(f.Sends, func(s care.Send) bool { return s.ID == id }) {
		return store.ErrNotFound
	}
	if err := d.o.Store.WithdrawAfter(v.r.Context(), id, v.user.Name, d.o.Now()); err != nil {
		return d.lateOr(v, err, nil)
	}
	http.Redirect(v.w, v.r, placeOf(v.r).url("/cases/"+f.Case.ID), http.StatusSeeOther)
	return nil
}

// retractable is the message after a resolution that waits to leave; nil for
// none.
func retractable(f *store.CaseFile) *care.Send {
	for i := range f.Sends {
		if s := &f.Sends[i]; s.State == care.SendApproved && (s.Kind == care.SendClosing || s.Kind == care.SendFollowUp) {
			return s
		}
	}
	return nil
}
