package desk

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// nowView says where a case stands.
type nowView struct {
	CaseID   string
	State    care.State
	Tone     string // class: "", "wait", "good", "harm"
	Title    string
	Text     string
	Leaves   moment // when an approved answer leaves
	Withdraw bool
	Sends    []sendView
}

// sendView is one message on its way.
type sendView struct {
	ID, What, State, Reason, Text, Address string
	At                                     moment
	Leaves                                 moment // after the resolution: when it leaves
	Ask                                    bool   // only a person can tell whether it stands
	TakeBack                               bool   // it waits to leave, after the resolution
	Answer                                 *answerView
	sort                                   time.Time
}

func (d *Desk) nowView(f *store.CaseFile) nowView {
	n := nowView{CaseID: f.Case.ID, State: f.Case.State}
	n.Tone, n.Title, n.Text = d.standing(f)
	for _, s := range f.Sends {
		if s.State == care.SendWithdrawn {
			continue
		}
		n.Sends = append(n.Sends, d.sendView(s))
		if s.State == care.SendApproved && f.Case.State == care.StateApproved {
			n.Leaves = d.moment(s.NotBefore)
			n.Leaves.Text = countdown(s.NotBefore.Sub(d.o.Now()))
			n.Leaves.Kind = "countdown"
		}
	}
	for _, a := range f.Answers {
		n.Sends = append(n.Sends, d.answered(a))
	}
	slices.SortStableFunc(n.Sends, func(a, b sendView) int { return a.sort.Compare(b.sort) })
	if len(f.Answers) > 0 && n.Title == "" {
		n.Title = "So far"
	}
	n.Withdraw = f.Case.State == care.StateApproved && !claimed(f.Sends)
	return n
}

// claimed reports whether a message of the case may have left already.
func claimed(sends []care.Send) bool {
	return slices.ContainsFunc(sends, func(s care.Send) bool {
		return s.State == care.SendSending || s.State == care.SendUnknown
	})
}

// standing puts a state into a title and a sentence.
func (d *Desk) standing(f *store.CaseFile) (tone, title, text string) {
	c := f.Case
	last := d.lastDeed(f)
	switch c.State {
	case care.StateOpen, care.StateDrafted:
		if answeredByHand(c) {
			return "wait", "Answered by hand", "Somebody answered on the platform itself. Mark it resolved if that settles it."
		}
		if c.State == care.StateDrafted {
			return "", "", ""
		}
		if needsAnswer(c, f.Verdict, current(f)) {
			return "", "Needs your answer", d.whatToAnswer(f)
		}
		return "", "Waits for words", firstOf(d.lastRejection(f), c.Note, draftReason(f))
	case care.StateApproved:
		return "wait", "Approved", last
	case care.StateSending:
		return "wait", "On its way", "The platform is being called. This takes a few seconds."
	case care.StateSent:
		return "good", "Published", last
	case care.StateHandedOff:
		return "good", "Published, and in private now", last
	case care.StateFailed:
		if heldBack(f) {
			return "harm", "Held back", "It went beyond the attention budget and never left; nothing of it stands in public."
		}
		if forbidden(f) {
			return "harm", "Not published", "A rule forbade it at the last moment: nothing of it stands. Take another wording, or change it, and approve it again."
		}
		return "harm", "Not published", "The platform refused it; nothing stands in public. Change the answer and approve it again, or answer by hand with “open the post”."
	case care.StateUnknown:
		return "wait", "It is not clear whether the answer stands", unknownText(f.Sends)
	case care.StateLegal:
		return "harm", "With the legal owner", firstOf(c.Note, last, "No apology and no draft: what is said here may be quoted.")
	case care.StateSafety:
		return "harm", "A person may be in danger", firstOf(c.Note, last, "No draft: somebody looks at this now.")
	}
	return "", capital(stateNames[c.State]), firstOf(last, c.Note)
}

// forbidden reports that the last answer failed by a rule of ours.
func forbidden(f *store.CaseFile) bool {
	n := len(f.Sends)
	return n > 0 && strings.HasPrefix(f.Sends[n-1].Reason, "the checks forbid it")
}

func unknownText(sends []care.Send) string {
	for _, s := range sends {
		if s.State == care.SendUnknown && s.Parked {
			return "Only a person can tell. Open the post, look, and say below what you saw. Nothing is sent again until you do."
		}
	}
	return "The platform is being read to find out. Nothing is sent again before that."
}

// whatToAnswer says what a question wants: what is to be done about it, and what
// happened to the case since.
func (d *Desk) whatToAnswer(f *store.CaseFile) string {
	reason, note := capital(draftReason(f)), f.Case.Note
	if reason != "" && !strings.HasSuffix(reason, ".") {
		reason += "."
	}
	if note == f.Verdict.NeedsHuman || strings.EqualFold(note+".", reason) {
		note = ""
	}
	return strings.TrimSpace(firstOf(d.lastRejection(f), reason) + " " + capital(note))
}

func draftReason(f *store.CaseFile) string {
	if dr := f.Draft(); dr != nil {
		return dr.Reason
	}
	return f.Verdict.NeedsHuman
}

// lastDeed says who did what last: "ann approved the answer, 3 min ago.".
func (d *Desk) lastDeed(f *store.CaseFile) string {
	if len(f.Decisions) == 0 {
		return ""
	}
	return d.deedLine(f.Decisions[len(f.Decisions)-1])
}

func (d *Desk) deedLine(k care.Decision) string {
	line := deed(k) + ", " + since(k.At, d.o.Now())
	if k.Reason != "" {
		line += ": " + k.Reason
	}
	return strings.TrimRight(line, ".") + "."
}

// since is ago within a sentence: "just now", "3 min ago".
func since(t, now time.Time) string {
	d := now.Sub(t)
	switch {
	case d < 5*time.Second:
		return "just now"
	case d < 30*24*time.Hour:
		return span(d) + " ago"
	}
	return "on " + ago(t, now)
}

func (d *Desk) lastRejection(f *store.CaseFile) string {
	if n := len(f.Decisions); n > 0 && f.Decisions[n-1].Kind == care.DecideReject {
		return d.deedLine(f.Decisions[n-1])
	}
	return ""
}

var sendNames = map[care.SendState]string{
	care.SendApproved: "waits to leave", care.SendSending: "is being sent", care.SendSent: "stands",
	care.SendFailed: "was refused", care.SendUnknown: "is unclear",
}

func (d *Desk) sendView(s care.Send) sendView {
	v := sendView{ID: s.ID, What: "Public answer", State: sendNames[s.State], Reason: s.Reason, Text: s.Text,
		Ask: s.State == care.SendUnknown && s.Parked, sort: s.CreatedAt}
	switch {
	case s.Kind == care.SendPrivate:
		v.What = "Private message"
	case s.Kind == care.SendFollowUp:
		v.What = "How did it go? (private)"
	case s.Closing:
		v.What = "Closing line"
	}
	if s.State == care.SendApproved && (s.Kind == care.SendFollowUp || s.Kind == care.SendClosing) {
		v.TakeBack, v.Leaves = true, d.moment(s.NotBefore)
		v.Leaves.Text, v.Leaves.Kind = countdown(s.NotBefore.Sub(d.o.Now())), "countdown"
	}
	if s.State == care.SendFailed && s.Attempts == 0 {
		v.State = "was held back"
	}
	if s.Receipt != nil {
		v.Address, v.At = safeLink(s.Receipt.URL), d.moment(s.Receipt.At)
	}
	return v
}

// showNow tells a page what became of its case since it was rendered: nothing
// (204), or a sentence and the new standing.
func (d *Desk) showNow(v *visit) error {
	f, err := d.o.Store.Case(v.r.Context(), v.r.PathValue("id"))
	if err != nil {
		return err
	}
	seen := f.Case.UpdatedAt.UnixMilli()
	if v.r.URL.Query().Get("seen") == fmt.Sprint(seen) {
		v.w.WriteHeader(http.StatusNoContent)
		return nil
	}
	html, err := d.fragment("desk", "now", d.nowView(f))
	if err != nil {
		return err
	}
	writeJSON(v.w, http.StatusOK, map[string]any{"seen": seen, "text": d.news(f, v.r.URL.Query().Get("seen")), "html": html})
	return nil
}

// news is one sentence about what happened after a page was rendered.
func (d *Desk) news(f *store.CaseFile, seen string) string {
	if n := len(f.Decisions); n > 0 && fmt.Sprint(f.Decisions[n-1].At.UnixMilli()) > seen {
		return d.deedLine(f.Decisions[n-1])
	}
	return "This case changed meanwhile: it is " + stateNames[f.Case.State] + " now."
}
