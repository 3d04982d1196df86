package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"goodgraces/care"
	"goodgraces/store"
)

// contextView is what stands beside a case: who this is, why it was judged so,
// the thread, and what was done.
type contextView struct {
	Name      string
	Handle    string
	Author    string // address of their page
	Followers int
	Marked    string   // what the platform, its moderators or the author mark the post with
	Facts     []string // in words, the newest contact first
	Standing  *standingView
	Why       []evidenceView
	Rule      string // of the policy, that chose the action
	Human     string // why the software will not judge alone
	Thread    []postView
	Cases     []rowView
	History   []deedView
}

type evidenceView struct {
	Label string
	Texts []string
}

type postView struct {
	Who   string
	URL   string // of the author's page; "" for our own
	Own   bool   // by the brand
	Here  bool   // the post of this case
	Text  []segment
	At    moment
	Case  string
	Close bool
}

type deedView struct {
	Text string
	At   moment
}

const (
	threadPosts = 12
	otherCases  = 5
	shownDeeds  = 6
)

func (d *Desk) contextOf(ctx context.Context, v *visit, f *store.CaseFile, p *care.Profile) (contextView, error) {
	m := f.Mention
	c := contextView{Name: visible(m.Author.Name), Handle: shownHandle(m.Author), Author: authorURL(m.AuthorKey()), Followers: m.Author.Followers, Marked: visible(strings.Join(m.Labels, ", ")),
		Standing: d.caseStanding(v, f, p), Why: why(f.Verdict.Evidence), Rule: f.Verdict.Rule, Human: f.Verdict.NeedsHuman}
	if p != nil {
		c.Facts = d.facts(*p)
	}
	for _, k := range slices.Backward(f.Decisions) {
		if len(c.History) == shownDeeds {
			break
		}
		c.History = append(c.History, deedView{Text: deed(k) + reason(k), At: d.moment(k.At)})
	}
	if err := d.addAuthor(ctx, f, &c); err != nil {
		return c, err
	}
	return c, d.addThread(ctx, f, &c)
}

func reason(k care.Decision) string {
	if k.Reason == "" {
		return ""
	}
	return ": " + k.Reason
}

func (d *Desk) addAuthor(ctx context.Context, f *store.CaseFile, c *contextView) error {
	key := f.Mention.AuthorKey()
	if key == "" {
		return nil
	}
	rows, err := d.o.Store.Cases(ctx, store.CaseFilter{Author: key, Order: store.ByNewest, Limit: otherCases + 1})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.Case.ID != f.Case.ID && len(c.Cases) < otherCases {
			r := d.row(place{Group: "needs"}, row, "")
			r.State = stateNames[row.Case.State]
			c.Cases = append(c.Cases, r)
		}
	}
	return nil
}

// facts says a profile in a few sentences.
func (d *Desk) facts(p care.Profile) []string {
	out := []string{ordinal(p.Contacts) + " contact"}
	if p.Contacts > 1 && !p.FirstSeen.IsZero() {
		out[0] += ", first seen " + since(p.FirstSeen, d.o.Now())
	}
	for _, n := range []struct {
		count     int
		one, many string
	}{
		{p.Complaints, "complaint", "complaints"},
		{p.Praises, "word of praise", "words of praise"},
		{p.Repeats, "near-copy of an earlier post", "near-copies of earlier posts"},
		{p.Intrusions, "reply in another person's thread", "replies in other people's threads"},
		{p.Answers, "answer from us", "answers from us"},
	} {
		if n.count > 0 {
			out = append(out, plural(n.count, n.one, n.many))
		}
	}
	if p.Complaints > 0 && p.Answers == 0 {
		out = append(out, "not answered yet")
	}
	return out
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, suffix)
}

// maxWhy bounds the reasons shown beside a case.
const maxWhy = 8

// why groups the evidence by what it says, in the order of its weight.
func why(evidence []care.Evidence) []evidenceView {
	var out []evidenceView
	for _, e := range evidence[:min(len(evidence), maxWhy)] {
		label := words(e.Label)
		i := slices.IndexFunc(out, func(v evidenceView) bool { return v.Label == label })
		if i < 0 {
			i, out = len(out), append(out, evidenceView{Label: label})
		}
		if !slices.Contains(out[i].Texts, e.Text) {
			out[i].Texts = append(out[i].Texts, e.Text)
		}
	}
	return out
}

// telling is the evidence that is marked in the post: what it is about shows
// by its words alone.
func telling(evidence []care.Evidence) []care.Evidence {
	return slices.DeleteFunc(slices.Clone(evidence), func(e care.Evidence) bool { return e.Label == "topic" })
}

// addThread shows the conversation in the order in which it was written.
func (d *Desk) addThread(ctx context.Context, f *store.CaseFile, c *contextView) error {
	rows, err := d.o.Store.Mentions(ctx, store.MentionFilter{Thread: f.Mention.ThreadKey(), Limit: threadPosts})
	if err != nil || len(rows) < 2 {
		return err
	}
	for _, row := range slices.Backward(rows) {
		m := row.Mention
		p := postView{Who: shownHandle(m.Author), Own: m.By == care.ByBrand, Here: m.Key() == f.Mention.Key(),
			Text: segments(excerpt(m), nil), At: d.moment(m.CreatedAt)}
		if !p.Own {
			p.URL = authorURL(m.AuthorKey())
		}
		if row.CaseID != "" && !p.Here {
			p.Case = "/cases/" + row.CaseID
		}
		c.Thread = append(c.Thread, p)
	}
	return nil
}
