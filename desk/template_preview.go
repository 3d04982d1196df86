package desk

import (
	"context"
	"fmt"
	"slices"

	"goodgraces/care"
	"goodgraces/responder"
	"goodgraces/responder/templates"
	"goodgraces/responder/templates/form"
	"goodgraces/store"
)

// previewView is what a template would say to recent posts.
type previewView struct {
	Title, Text string
	Tries       []tryView
	Empty       emptyView
}

// tryView is one recent post and what the template would say to it.
type tryView struct {
	Mark          mark
	Who, Platform string
	URL           string // of its case
	At            moment
	Post          []segment
	Answer        []bit // marked where it differs from what is said now
	Private       []bit
	Otherwise     string
	Before        string // what is said now, where that differs
	Compared      string // the same, in words
	Held          bool   // the answer is words that hold a question
	None          string // why there is no draft
	Checks        checksView
}

// trying is what came of trying a text.
type trying struct {
	view     previewView
	problems []templateProblem
}

const (
	triedPosts = 10
	// searched is how many of the newest mentions are looked through for posts
	// that a template applies to.
	searched = 400
)

// try puts a template's text to recent posts that it applies to. Nothing is
// saved.
func (d *Desk) try(ctx context.Context, v *visit, t *tone, body string) (trying, error) {
	with, problems := d.compile(body)
	if with == nil {
		return trying{problems: problems, view: previewView{Title: "Preview", Text: "It comes back when what is wrong is put right."}}, nil
	}
	now := d.running(t)
	out := trying{problems: problems}
	rows, err := d.o.Store.Mentions(ctx, store.MentionFilter{Limit: searched})
	if err != nil {
		return out, err
	}
	for _, row := range d.applicable(with, rows) {
		one, err := d.tryOne(ctx, v, row, with, now)
		if err != nil {
			return out, err
		}
		out.view.Tries = append(out.view.Tries, one)
	}
	out.view.describe(len(rows))
	return out, nil
}

// candidate is a template on its own.
type candidate struct {
	t *templates.Template
	r *responder.Responder
}

// write drafts an answer; of a question that no known answer is for, held, it is
// the words that hold it.
func (c *candidate) write(q responder.Request) (dr care.Draft, held bool) {
	dr = c.r.Draft(q)
	if !dr.Held() {
		return dr, false
	}
	dr.Text, dr.Otherwise, dr.Reason = dr.Holding, dr.Holding, ""
	return c.r.Recheck(dr, q), true
}

// compile reads a template's text; nil where something is wrong with it, or
// where it speaks of topics that no post is about here.
func (d *Desk) compile(body string) (*candidate, []templateProblem) {
	return compile(body, d.o.Topics())
}

// compile reads a template's text; where topics are given it must name no others.
func compile(body string, topics []string) (*candidate, []templateProblem) {
	if body == "" {
		return nil, nil
	}
	t, err := templates.Parse("", []byte(body))
	if err == nil {
		alone := templates.Only(t)
		if len(topics) > 0 {
			err = alone.CheckTopics(topics)
		}
		if err == nil {
			return &candidate{t, responder.Of(alone)}, nil
		}
	}
	doc, broken := form.Read(body)
	var problems []templateProblem
	for _, p := range templates.Problems(err) {
		at := templateProblem{Line: p.Line, Path: p.Field, Text: p.Message}
		if broken == nil && at.Path == "" && at.Line > 0 {
			at.Path = doc.PathAt(at.Line)
		}
		problems = append(problems, at)
	}
	return nil, problems
}

// running is a template as it is in force, which the responder has read already.
func (d *Desk) running(t *tone) *candidate {
	if r := d.o.Responder(); r != nil {
		if now := r.Template(t.name); now != nil && now.Body == t.inForce() {
			return &candidate{now, r.With(now)}
		}
	}
	now, _ := compile(t.inForce(), nil)
	return now
}

// applicable are the newest posts that a template applies to: first those that
// it answers, then those where another goes before it.
func (d *Desk) applicable(with *candidate, rows []store.MentionRow) []store.MentionRow {
	slices.SortStableFunc(rows, func(a, b store.MentionRow) int { return b.Mention.CreatedAt.Compare(a.Mention.CreatedAt) })
	var first, then []store.MentionRow
	r := d.o.Responder()
	for _, row := range rows {
		q := responder.Request{Mention: row.Mention, Verdict: row.Verdict, Brand: d.o.Config().Brand.Name, Now: d.o.Now()}
		switch {
		case row.Mention.By == care.ByBrand, row.Mention.Deleted, !row.Verdict.Action.Drafts(), !responder.Applies(with.t, q):
		case before(r, with.t, q) != "":
			then = append(then, row)
		default:
			first = append(first, row)
		}
		if len(first) == triedPosts {
			break
		}
	}
	all := append(first, then...)
	return all[:min(len(all), triedPosts)]
}

// before names the template in force that answers a post although another
// applies, "" where none goes before it.
func before(r *responder.Responder, t *templates.Template, q responder.Request) string {
	if r == nil {
		return ""
	}
	other := r.Chooses(q)
	if other == nil || other.Name == t.Name || other.Priority < t.Priority || other.Priority == t.Priority && other.Name > t.Name {
		return ""
	}
	return other.Name
}

// tryOne drafts an answer to one post, as the text has it and as it is now.
func (d *Desk) tryOne(ctx context.Context, v *visit, row store.MentionRow, with, now *candidate) (tryView, error) {
	m := row.Mention
	one := tryView{Mark: markOf(row.Verdict), Who: shownHandle(m.Author), Platform: platformName(m.Platform), At: d.moment(m.CreatedAt), Post: segments(clip(m), nil)}
	f := &store.CaseFile{Mention: m, Verdict: row.Verdict}
	f.Case.ID = firstOf(row.CaseID, m.Key())
	if row.CaseID != "" {
		one.URL = "/cases/" + row.CaseID
	}
	q, err := d.request(ctx, v.user, f)
	if err != nil {
		return one, err
	}
	reach := d.o.Reach(m)
	draft, held := with.write(q)
	draft = fitting(draft, reach)
	one.tell(draft)
	one.Held = held
	switch {
	case now == nil:
		one.Compared = "new"
	case !responder.Applies(now.t, q):
		one.Compared = "new to it: as it is now, it does not apply here"
	default:
		said, _ := now.write(q)
		one.compare(draft, fitting(said, reach))
	}
	if other := before(d.o.Responder(), with.t, q); other != "" {
		one.Compared += "; " + other + " goes before it and answers this post"
	}
	return one, nil
}

// tell shows a draft.
func (t *tryView) tell(dr care.Draft) {
	t.None, t.Checks = dr.Reason, checksOf(dr)
	if dr.Text == "" {
		return
	}
	t.Answer = []bit{{"", dr.Text}}
	if dr.Private.Text != "" {
		t.Private = []bit{{"", dr.Private.Text}}
	}
	if dr.Otherwise != dr.Text {
		t.Otherwise = dr.Otherwise
	}
}

// compare marks what differs from what is said now.
func (t *tryView) compare(dr, now care.Draft) {
	switch {
	case dr.Text == now.Text && dr.Private.Text == now.Private.Text && dr.Otherwise == now.Otherwise:
		t.Compared = "as it is now"
		return
	case dr.Text == now.Text:
		t.Compared = "in public as it is now"
	default:
		t.Compared = "differs from what is said now"
		t.Before = firstOf(now.Text, "No draft: "+now.Reason)
	}
	if dr.Text != "" && now.Text != "" {
		t.Answer = compareWords(now.Text, dr.Text)
		t.Private = compareWords(now.Private.Text, dr.Private.Text)
	}
}

// describe says what is shown.
func (v *previewView) describe(seen int) {
	v.Title = "Preview"
	changed := 0
	for _, t := range v.Tries {
		if t.Before != "" {
			changed++
		}
	}
	switch n := len(v.Tries); {
	case n == 0:
		v.Empty = emptyView{Title: "No recent post is of this kind.", Text: fmt.Sprintf("Of the newest %s, none is in this language and meets “When it applies”.", plural(seen, "post", "posts"))}
	case changed == 0:
		v.Text = fmt.Sprintf("The newest %s that it applies to. All read as they do now.", plural(n, "post", "posts"))
	default:
		v.Text = fmt.Sprintf("The newest %s that it applies to; %d would be answered in other words than now, which are marked. Nothing here is sent or saved.", plural(n, "post", "posts"), changed)
	}
}
