package desk

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"strings"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/store"
)

// editorView is an answer as it is written and approved.
type editorView struct {
	DraftID   string
	Text      string
	Otherwise string
	Private   string
	Unsaved   bool        // these are not the draft's words
	Message   bool        // a private message can be sent here
	Split     bool        // the public answer depends on whether the message arrives
	Route     string      // the way into private, in words
	By        string      // who wrote it
	Template  string      // address of the template that wrote it, for who may change it
	Known     *knownLink  // the known answer that it says
	Offer     *knownOffer // one that it might say
	Holding   string      // words that hold the question, "" where it needs none
	CanReply  bool
	Why       string // why it cannot be published by a click
	ByHand    string // address of the post, to answer it by hand
	Costs     string
	CanReject bool
	Checks    checksView
	Closing   bool       // it is the last word in public
	Spent     *spentView // the budget has no more; nil while it has
}

// checksView is what the checks say of an answer.
type checksView struct {
	Length, Limit int
	Over          bool
	Broken        []care.Check // what forbids approval
	Doubts        []care.Check // what may be better
	Passed        []string
}

// Clean reports whether every check passed.
func (v checksView) Clean() bool { return len(v.Broken)+len(v.Doubts) == 0 }

func (d *Desk) editor(ctx context.Context, v *visit, f *store.CaseFile, typed *care.Draft) (*editorView, error) {
	reach := d.o.Reach(f.Mention)
	kept := fitting(current(f), reach)
	if typed == nil {
		checked, err := d.checked(ctx, v.user, f, kept)
		if err != nil {
			return nil, err
		}
		typed = &checked
	}
	draft := *typed
	e := &editorView{
		DraftID: draftID(f), Text: draft.Text, Otherwise: draft.Otherwise, Private: draft.Private.Text,
		Unsaved: !draft.SameWords(&kept), Message: reach.CanMessage, Route: routeWords(draft.Private.Route, reach), By: d.author(f),
		CanReply: reach.CanReply, Why: reach.Why, ByHand: safeLink(f.Mention.URL), Costs: reach.costs(draft), CanReject: f.Case.State == care.StateDrafted, Checks: checksOf(draft),
	}
	if dr := current(f); v.may(RoleManager) && dr.By == "graces" && dr.Template != "" {
		e.Template = templateURL(dr.Template)
	}
	e.Known, e.Offer, e.Holding = d.rests(draft), d.offer(f, draft), heldBy(f)
	e.Split = e.Message && (draft.Otherwise != draft.Text || draft.Private.Text != "")
	e.Closing = draft.Action == care.ActFold
	var err error
	e.Spent, err = d.spent(ctx, v.user, f, draft)
	return e, err
}

// current is the draft in force, or an empty one for a person's own words.
func current(f *store.CaseFile) care.Draft {
	if dr := f.Draft(); dr != nil {
		return *dr
	}
	return care.Draft{CaseID: f.Case.ID, Action: f.Verdict.Action}
}

func draftID(f *store.CaseFile) string { return current(f).ID }

// fitting adapts a draft to what the connector can do: where no private message
// can leave, the wording that claims none is the answer.
func fitting(dr care.Draft, reach Reach) care.Draft {
	if dr.Private.Route == care.RouteMessage && !reach.CanMessage {
		dr = withoutMessage(dr)
	}
	return dr
}

// withoutMessage makes the answer one that no private message goes with.
func withoutMessage(dr care.Draft) care.Draft {
	if dr.Otherwise != "" {
		dr.Text = dr.Otherwise
	}
	dr.Otherwise = dr.Text
	dr.Private = care.Private{}
	return dr
}

func routeWords(route string, reach Reach) string {
	switch {
	case route == care.RouteMessage:
		return "by private message"
	case route != care.RouteNone:
		return "by " + route + ", offered in the answer"
	case !reach.CanMessage:
		return firstOf(reach.WhyMessage, "no private message can be sent here")
	}
	return "none offered"
}

// author says whose words the draft is.
func (d *Desk) author(f *store.CaseFile) string {
	dr := f.Draft()
	switch {
	case dr == nil || dr.Text == "":
		return ""
	case dr.By != "graces" && dr.By != "":
		return "edited by " + dr.By + ", " + since(dr.At, d.o.Now())
	}
	line := "from " + words(dr.Template)
	if dr.Variant > 0 {
		line += fmt.Sprintf(", wording %d", dr.Variant+1)
	}
	if dr.Model != "" {
		line += ", begun by " + dr.Model
	}
	return line
}

// request is what the responder needs to know of a case.
func (d *Desk) request(ctx context.Context, user store.User, f *store.CaseFile) (responder.Request, error) {
	recent, err := d.o.Store.RecentAnswers(ctx, f.Mention.Connector, recentAnswers)
	if err != nil {
		return responder.Request{}, err
	}
	author := f.Mention.AuthorKey()
	own, err := d.o.Store.AnswersTo(ctx, []string{author}, recentAnswers)
	if err != nil {
		return responder.Request{}, err
	}
	profile, err := d.profileOf(ctx, f.Mention.AuthorKey())
	if err != nil {
		return responder.Request{}, err
	}
	cfg := d.o.Config()
	q := responder.Request{
		CaseID: f.Case.ID, Mention: f.Mention, Verdict: meant(f, profile),
		CanMessage: d.o.Reach(f.Mention).CanMessage,
		Brand:      cfg.Brand.Name, Initials: user.Initials, Recent: responder.Unlike(own[author], recent), Now: d.o.Now(),
	}
	q.Routes = routesOf(cfg)
	q.Link = d.formLink(care.AnswerHandoff, f.Case.ID)
	q.RouteStates, err = d.routesNow(ctx)
	return q, err
}

// recentAnswers is how many of our last answers, and of those to its author, a
// new one must differ from.
const recentAnswers = 20

// checked measures a draft anew. What may be published is judged whole: where
// two wordings may stand, a rule that the second breaks counts as broken.
func (d *Desk) checked(ctx context.Context, user store.User, f *store.CaseFile, dr care.Draft) (care.Draft, error) {
	if dr.Text == "" {
		dr.Checks = nil
		return dr, nil
	}
	q, err := d.request(ctx, user, f)
	if err != nil {
		return dr, err
	}
	r := d.responder()
	if q.Verdict.Action.Drafts() {
		dr.Action = q.Verdict.Action
	}
	dr = r.Recheck(dr, q)
	if dr.Otherwise == "" || dr.Otherwise == dr.Text {
		return dr, nil
	}
	other := dr
	other.Text, other.Private = dr.Otherwise, care.Private{}
	for _, c := range r.Recheck(other, q).Checks {
		if c.Blocking && !c.OK && !broken(dr.Checks, c.Rule) {
			c.Note = "In the other wording: " + c.Note
			dr.Checks = append(dr.Checks, c)
		}
	}
	return dr, nil
}

func broken(checks []care.Check, rule string) bool {
	for _, c := range checks {
		if c.Rule == rule && !c.OK && c.Blocking {
			return true
		}
	}
	return false
}

func checksOf(dr care.Draft) checksView {
	v := checksView{Length: dr.Length, Limit: dr.Limit, Over: dr.Limit > 0 && dr.Length > dr.Limit}
	for _, c := range dr.Checks {
		c.Rule = words(c.Rule)
		switch {
		case c.OK:
			v.Passed = append(v.Passed, c.Rule)
		case c.Blocking:
			v.Broken = append(v.Broken, c)
		default:
			v.Doubts = append(v.Doubts, c)
		}
	}
	return v
}

// wording is an answer as somebody typed it.
type wording struct {
	Text, Otherwise, Private string
	Without                  bool // no private message goes with it
}

// edited is the current draft with the words of a form in place of its own.
func (d *Desk) edited(v *visit, f *store.CaseFile) (care.Draft, error) {
	return d.reworded(v.r.Context(), v.user, f, wording{
		formText(v.r, "text"), formText(v.r, "otherwise"), formText(v.r, "private"), v.r.PostFormValue("without") != "",
	})
}

// reworded is the current draft with somebody's words in place of its own,
// checked.
func (d *Desk) reworded(ctx context.Context, user store.User, f *store.CaseFile, w wording) (care.Draft, error) {
	dr := fitting(current(f), d.o.Reach(f.Mention))
	was := dr
	dr.Text, dr.Otherwise, dr.Private.Text = w.Text, w.Otherwise, w.Private
	if dr.Private.Text != "" && dr.Private.Route == care.RouteNone {
		dr.Private.Route = care.RouteMessage
	}
	if dr.Private.Text == "" && dr.Otherwise == "" {
		dr.Otherwise = dr.Text
	}
	if w.Without {
		dr = withoutMessage(dr)
	}
	if !dr.SameWords(&was) {
		dr.By, dr.At, dr.Reason = user.Name, d.o.Now(), ""
	}
	return d.checked(ctx, user, f, dr)
}

// formText is a text as it was typed: browsers send line ends as CR LF.
func formText(r *http.Request, field string) string {
	return strings.TrimSpace(strings.ReplaceAll(r.PostFormValue(field), "\r\n", "\n"))
}

// fragment renders a part of a page to text.
func (d *Desk) fragment(page, part string, data any) (string, error) {
	var out bytes.Buffer
	err := d.pages[page].ExecuteTemplate(&out, part, data)
	return out.String(), err
}

// checkDraft judges an answer as it is typed. Nothing is saved.
func (d *Desk) checkDraft(v *visit) error {
	f, err := d.o.Store.Case(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return err
	}
	dr, err := d.edited(v, f)
	if err != nil {
		return err
	}
	if !strings.Contains(v.r.Header.Get("Accept"), "application/json") {
		return d.showCaseWith(v, http.StatusOK, nil, &dr)
	}
	problems := refusals(f, dr, d.o.Reach(f.Mention))
	html, err := d.fragment("desk", "checks", checksOf(dr))
	if err != nil {
		return err
	}
	writeJSON(v.w, http.StatusOK, map[string]any{
		"length": dr.Length, "limit": dr.Limit, "ok": len(problems) == 0, "problems": problems, "html": html,
	})
	return nil
}
