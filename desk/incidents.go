package desk

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"goodgraces/care"
	"goodgraces/store"
)

// incidentRow is one incident in the list.
type incidentRow struct {
	URL, Title, Note string
	Standing         string // "goes on", "ended", …
	On               bool
	Platform, Topic  string
	Posts, Accounts  int
	Own              int
	Started, Last    moment
}

type incidentsView struct {
	Rows  []incidentRow
	More  string
	Empty emptyView
}

// incidentView is one incident.
type incidentView struct {
	ID string
	incidentRow
	Sentence string
	Origin   *mentionView // the post it began with; nil where it was never read
	OriginAt string       // address of its case
	Chart    chart
	Lead     *leadView
	Own      []rowView
	Loudest  []loudView
	Sample   []mentionView
	Done     string
}

// leadView is the case that holds the public statement.
type leadView struct {
	URL, Text, State string
	Waits            bool // nobody has approved it yet
}

type loudView struct {
	Who   string
	URL   string // of the author's page
	Posts int
}

var incidentTitles = map[care.IncidentKind]string{care.IncidentPileOn: "Pile-on", care.IncidentCopies: "Copied text"}

const (
	loudest    = 5
	samplePost = 12
	ownCases   = 50
)

func (d *Desk) incidentRow(i care.Incident) incidentRow {
	r := incidentRow{
		URL: "/incidents/" + i.ID, Title: firstOf(incidentTitles[i.Kind], words(string(i.Kind))), Note: i.Note, Standing: "goes on",
		On: i.EndedAt.IsZero(), Platform: platformName(i.Platform), Posts: i.Posts, Accounts: i.Accounts, Own: i.Genuine,
		Started: d.moment(i.StartedAt), Last: d.moment(i.LastAt),
	}
	if i.Topic != "other" {
		r.Topic = words(i.Topic)
	}
	switch {
	case i.Separate:
		r.Standing = "separate matters, say people"
	case !r.On:
		r.Standing = "ended " + since(i.EndedAt, d.o.Now())
	}
	return r
}

func (d *Desk) showIncidents(v *visit) error {
	all, err := d.o.Store.Incidents(v.r.Context(), store.IncidentFilter{After: v.r.URL.Query().Get("after"), Limit: pageRows + 1})
	if err != nil {
		return err
	}
	page := incidentsView{}
	if len(all) > pageRows {
		all = all[:pageRows]
		page.More = place{Group: "needs", After: all[pageRows-1].ID}.url("/incidents")
	}
	for _, i := range all {
		page.Rows = append(page.Rows, d.incidentRow(i))
	}
	if len(all) == 0 {
		page.Empty = emptyView{Title: "No crowd has gathered.", Text: "When many accounts turn on us in one place, or post the same text, they are kept together here: one statement instead of a hundred answers."}
	}
	d.render(v.w, v, http.StatusOK, "incidents", "Incidents", page)
	return nil
}

func (d *Desk) showIncident(v *visit) error {
	ctx := v.r.Context()
	i, err := d.o.Store.Incident(ctx, v.r.PathValue("id"))
	if err != nil {
		return err
	}
	page := incidentView{ID: i.ID, incidentRow: d.incidentRow(i), Sentence: d.sentence(i), Done: doneWords[v.r.URL.Query().Get("done")]}
	for _, add := range []func(context.Context, care.Incident, *incidentView) error{
		d.addOrigin, d.addGrowth, d.addLead, d.addOwn, d.addLoudest, d.addSample,
	} {
		if err := add(ctx, i, &page); err != nil {
			return err
		}
	}
	d.render(v.w, v, http.StatusOK, "incident", page.Title, page)
	return nil
}

// sentence says what happened, as far as it can be known.
func (d *Desk) sentence(i care.Incident) string {
	what := "gathered in one thread"
	switch {
	case i.Kind == care.IncidentCopies:
		what = "posted the same text"
	case i.Thread == "":
		what = "gathered around one link or tag"
	}
	s := fmt.Sprintf("%s %s within %s: %s.", plural(i.Accounts, "account", "accounts"), what,
		span(max(i.LastAt.Sub(i.StartedAt), time.Minute)), plural(i.Posts, "post", "posts"))
	switch i.Genuine {
	case 0:
		return s + " None of them tells of a problem of its own."
	case 1:
		return s + " One of them tells of a problem of their own and is answered by itself."
	}
	return s + fmt.Sprintf(" %d of them tell of a problem of their own and are answered one by one.", i.Genuine)
}

// addOrigin adds the post that it began with, where we have read it.
func (d *Desk) addOrigin(ctx context.Context, i care.Incident, page *incidentView) error {
	row, err := d.o.Store.Mention(ctx, i.Origin)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	m := d.incidentPost(row)
	page.Origin = &m
	if row.CaseID != "" {
		page.OriginAt = "/cases/" + row.CaseID
	}
	return nil
}

func (d *Desk) incidentPost(row store.MentionRow) mentionView {
	m := row.Mention
	return mentionView{Key: m.Key(), Who: shownHandle(m.Author), Author: authorURL(m.AuthorKey()), Platform: platformName(m.Platform), Address: safeLink(m.URL),
		Mark: markOf(row.Verdict), Text: segments(clip(m), nil), At: d.moment(m.CreatedAt)}
}

func (d *Desk) addGrowth(ctx context.Context, i care.Incident, page *incidentView) error {
	width := stepFor(i.LastAt.Sub(i.StartedAt))
	buckets, err := d.o.Store.Growth(ctx, i.ID, width)
	page.Chart = newChart(buckets, width)
	return err
}

// addLead adds the case with the statement.
func (d *Desk) addLead(ctx context.Context, i care.Incident, page *incidentView) error {
	if i.Lead == "" || i.Separate {
		return nil
	}
	f, err := d.o.Store.Case(ctx, i.Lead)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	page.Lead = &leadView{URL: "/cases/" + f.Case.ID, State: stateNames[f.Case.State], Waits: writable(f.Case.State)}
	if dr := f.Draft(); dr != nil {
		page.Lead.Text = dr.Text
	}
	return nil
}

func (d *Desk) addOwn(ctx context.Context, i care.Incident, page *incidentView) error {
	rows, err := d.o.Store.OwnCases(ctx, i.ID, ownCases)
	for _, row := range rows {
		r := d.row(place{Group: "needs"}, row, "")
		r.State = stateNames[row.Case.State]
		page.Own = append(page.Own, r)
	}
	return err
}

func (d *Desk) addLoudest(ctx context.Context, i care.Incident, page *incidentView) error {
	accounts, err := d.o.Store.Loudest(ctx, i.ID, loudest)
	for _, a := range accounts {
		page.Loudest = append(page.Loudest, loudView{Who: shownHandle(a.Author), URL: authorURL(a.Key), Posts: a.Posts})
	}
	return err
}

func (d *Desk) addSample(ctx context.Context, i care.Incident, page *incidentView) error {
	rows, err := d.o.Store.Mentions(ctx, store.MentionFilter{Incident: i.ID, Limit: samplePost})
	for _, row := range rows {
		page.Sample = append(page.Sample, d.incidentPost(row))
	}
	return err
}

var doneWords = map[string]string{
	"end":   "Ended. What comes from now on is handled as ever; should it flare up, it goes on here.",
	"split": "Separated. Every post that asks something has a case of its own again.",
}

func (d *Desk) endIncident(v *visit) error {
	id := v.r.PathValue("id")
	if err := d.o.Store.EndIncident(v.r.Context(), id, v.user.Name, d.o.Now()); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/incidents/"+id+"?done=end", http.StatusSeeOther)
	return nil
}

func (d *Desk) splitIncident(v *visit) error {
	id := v.r.PathValue("id")
	if _, err := d.o.Store.SplitIncident(v.r.Context(), id, v.user.Name, d.o.Now()); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/incidents/"+id+"?done=split", http.StatusSeeOther)
	return nil
}

// bannerView tells, on a case, what it is part of.
type bannerView struct{ Title, Text, URL string }

// incidentOf is the incident that a case is part of; nil for none, and where
// people found its posts to be separate matters.
func (d *Desk) incidentOf(ctx context.Context, f *store.CaseFile) (*care.Incident, error) {
	if f.Case.Incident == "" {
		return nil, nil
	}
	i, err := d.o.Store.Incident(ctx, f.Case.Incident)
	if errors.Is(err, store.ErrNotFound) || err == nil && i.Separate {
		return nil, nil
	}
	return &i, err
}

func (d *Desk) banner(ctx context.Context, f *store.CaseFile) (*bannerView, error) {
	i, err := d.incidentOf(ctx, f)
	if i == nil || err != nil {
		return nil, err
	}
	b := &bannerView{Title: firstOf(incidentTitles[i.Kind], "Incident") + ", " + plural(i.Posts, "post", "posts"), URL: "/incidents/" + i.ID}
	switch {
	case f.Case.ID == i.Lead:
		b.Text = "What stands below is the one public statement, to all of them."
	case f.Case.State == care.StateDismissed:
		b.Text = "It is answered once, in public, and not here."
	default:
		b.Text = "This post tells of something of its own in the middle of it: answer it as any other."
	}
	return b, nil
}
