package desk

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// deskView is the main page: the list, and one case beside it.
type deskView struct {
	List   listView
	Case   *caseView
	Alone  bool // the address names a case: on a phone it is shown without the list
	Done   *doneView
	Notice *noticeView
}

// noticeView says why something was refused.
type noticeView struct {
	Title string
	Lines []string
}

// caseView is a case as it is worked.
type caseView struct {
	ID       string
	Place    place
	Back     string // address of the list
	Prev     string // addresses of the neighbours in the list
	Next     string
	Seen     int64 // when the case last changed, as this page knows it: Unix ms
	Who      string
	Author   string // address of the author's page; "" when unknown
	Platform string
	Mark     mark
	Age      moment
	Due      moment
	Post     []segment
	Deleted  bool
	Language string // of the post, for the browser
	Address  string // of the post, https only
	Chips    []chip
	Label    string // address of the page where the verdict is corrected
	Now      nowView
	Opened   bool        // the address names it
	Editor   *editorView // nil where no answer can be written
	Afters   []afterView // what may go out after the resolution
	Unseen   bool        // they answered in private, and nobody has said that they read it
	Written  bool        // what they say elsewhere can be written down
	Keep     string      // address of the form that keeps a person's answer as a known one
	Moves    []moveView
	Incident *bannerView // what the case is part of
	Context  contextView
}

// moveView is one way on from where the case stands.
type moveView struct {
	To, Title, Key, Ask string // Ask: what to give as a reason; "" needs none
	Required            bool
	Quiet               bool // goes under "More"
}

func (d *Desk) showDesk(v *visit) error {
	p := placeOf(v.r)
	rows, more, err := d.rows(v.r.Context(), p)
	if err != nil {
		return err
	}
	page := deskView{}
	current := ""
	if len(rows) > 0 {
		current = rows[0].Case.ID
	}
	return d.showRows(v, http.StatusOK, page, p, rows, more, current, nil)
}

func (d *Desk) showCase(v *visit) error {
	return d.showCaseWith(v, http.StatusOK, nil, nil)
}

// showCaseWith shows the case of the address, with a notice and with words that
// a person typed in place of the saved ones.
func (d *Desk) showCaseWith(v *visit, status int, notice *noticeView, typed *care.Draft) error {
	p := placeOf(v.r)
	rows, more, err := d.rows(v.r.Context(), p)
	if err != nil {
		return err
	}
	page := deskView{Alone: true, Notice: notice}
	return d.showRows(v, status, page, p, rows, more, v.r.PathValue("id"), typed)
}

func (d *Desk) showRows(v *visit, status int, page deskView, p place, rows []store.CaseRow, more bool, current string, typed *care.Draft) (err error) {
	ctx := v.r.Context()
	title := groupOf(p.Group).title
	if current != "" {
		file, err := d.o.Store.Case(ctx, current)
		if err != nil {
			return err
		}
		page.Case, err = d.caseView(ctx, v, p, file, typed)
		if err != nil {
			return err
		}
		page.Case.Opened = page.Alone
		page.Case.Prev, page.Case.Next = neighbours(p, rows, current)
		if page.Alone {
			title = page.Case.Who
		}
	}
	if page.List, err = d.list(ctx, p, rows, more, current); err != nil {
		return err
	}
	if page.Done, err = d.done(ctx, v, p); err != nil {
		return err
	}
	d.render(v.w, v, status, "desk", title, page)
	return nil
}

// neighbours returns the addresses before and after a case in the list. After a
// case that has left the list comes the first.
func neighbours(p place, rows []store.CaseRow, id string) (prev, next string) {
	at := slices.IndexFunc(rows, func(r store.CaseRow) bool { return r.Case.ID == id })
	if at > 0 {
		prev = p.url("/cases/" + rows[at-1].Case.ID)
	}
	if at+1 < len(rows) {
		next = p.url("/cases/" + rows[at+1].Case.ID)
	}
	return prev, next
}

func (d *Desk) caseView(ctx context.Context, v *visit, p place, f *store.CaseFile, typed *care.Draft) (*caseView, error) {
	m := f.Mention
	profile, err := d.profileOf(ctx, m.AuthorKey())
	if err != nil {
		return nil, err
	}
	c := &caseView{
		ID: f.Case.ID, Place: p, Back: p.url("/"), Seen: f.Case.UpdatedAt.UnixMilli(),
		Who: shownHandle(m.Author), Author: authorURL(m.AuthorKey()), Platform: platformName(m.Platform), Mark: markOf(f.Verdict),
		Age: d.moment(when(m, f.Case)), Post: segments(m.Text, telling(f.Verdict.Evidence)), Deleted: m.Deleted,
		Language: f.Verdict.Language, Address: safeLink(m.URL), Chips: correctedChips(f.Verdict, f.Corrections), Label: labelURL(m.Key(), p), Now: d.nowView(f),
		Moves: movesOf(f, profile),
	}
	if waits(f.Case) {
		c.Due = d.due(f.Case.DueAt)
	}
	if writable(f.Case.State) && !m.Deleted {
		if c.Editor, err = d.editor(ctx, v, f, typed); err != nil {
			return nil, err
		}
	}
	if c.Afters, err = d.afters(ctx, v, f); err != nil {
		return nil, err
	}
	c.Keep = d.keepURL(v, f)
	c.Unseen = slices.ContainsFunc(f.Answers, func(a care.Answer) bool { return !a.Seen })
	c.Written = slices.ContainsFunc(f.Sends, func(s care.Send) bool { return !s.Kind.Public() && s.State == care.SendSent })
	if c.Incident, err = d.banner(ctx, f); err != nil {
		return nil, err
	}
	c.Context, err = d.contextOf(ctx, v, f, profile)
	return c, err
}

func when(m care.Mention, c care.Case) time.Time {
	if m.CreatedAt.IsZero() {
		return c.OpenedAt
	}
	return m.CreatedAt
}

// writable reports whether an answer may be written in a state.
func writable(s care.State) bool {
	return s == care.StateOpen || s == care.StateDrafted || s == care.StateFailed
}

// movesOf lists the ways on that the table of moves allows, without those that
// the answer's own buttons offer.
func movesOf(f *store.CaseFile, p *care.Profile) []moveView {
	var out []moveView
	for _, m := range moves {
		if m.view.Title == "" || !m.allowed(f) {
			continue
		}
		view := m.view
		if handed := f.Case.State == care.StateLegal || f.Case.State == care.StateSafety; handed && m.kind == care.DecideReopen {
			view.Title = "Back to the desk"
		}
		if ask := m.against(f, p); ask != "" {
			view.Ask, view.Required = ask, true
		}
		out = append(out, view)
	}
	return out
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
