package desk

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"goodgraces/care"
	"goodgraces/connectors"
	"goodgraces/store"
)

// group is a set of states that one list shows.
type group struct {
	key, title string
	states     []care.State
	order      store.Order
	asNeeded   bool // shown in the rail only while it holds something
}

// Lists of the private side: what customers said that nobody has seen, and whom
// to ask how it went.
const (
	answersGroup  = "answers"
	followUpGroup = "follow-up"
)

// groups are the lists of the rail. A case whose send is unknown needs a person
// only once it is parked; until then it is on its way.
var groups = []group{
	{"needs", "Needs you", []care.State{care.StateOpen, care.StateDrafted, care.StateFailed, care.StateUnknown, care.StateSafety, care.StateLegal}, store.ByPriority, false},
	{answersGroup, "They answered", nil, store.ByNewest, true},
	{followUpGroup, "How did it go?", []care.State{care.StateResolved, care.StateClosed}, store.ByNewest, true},
	{"going", "On its way", []care.State{care.StateApproved, care.StateSending, care.StateUnknown}, store.ByNewest, false},
	{"sent", "Sent", []care.State{care.StateSent, care.StateHandedOff}, store.ByNewest, false},
	{"done", "Done", []care.State{care.StateResolved, care.StateClosed}, store.ByNewest, false},
	{"quiet", "Folded, dismissed", []care.State{care.StateFolded, care.StateDismissed}, store.ByNewest, false},
}

func groupOf(key string) group {
	for _, g := range groups {
		if g.key == key {
			return g
		}
	}
	return groups[0]
}

// place is where a person is in the lists; it travels in every address.
type place struct {
	Group, Query, Platform, After string
}

func placeOf(r *http.Request) place {
	q := r.URL.Query()
	return place{Group: groupOf(q.Get("in")).key, Query: q.Get("q"), Platform: q.Get("platform"), After: q.Get("after")}
}

func (p place) values() url.Values {
	q := url.Values{}
	set := func(key, value string) {
		if value != "" {
			q.Set(key, value)
		}
	}
	if p.Group != groups[0].key {
		set("in", p.Group)
	}
	set("q", p.Query)
	set("platform", p.Platform)
	set("after", p.After)
	return q
}

// url is the address of a path with the place in it, and more if wanted.
func (p place) url(path string, more ...string) string {
	q := p.values()
	for i := 0; i+1 < len(more); i += 2 {
		q.Set(more[i], more[i+1])
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// URLOf is url for templates.
func (p place) URLOf(path string) string { return p.url(path) }

// listView is the column of cases.
type listView struct {
	Place     place
	Title     string
	Count     string
	Whole     bool // nothing is filtered: Count is kept fresh
	Rows      []rowView
	Platforms []option
	More      string // address of the next page
	First     string // address of the first page, when this is another
	Empty     emptyView
}

type option struct {
	Value, Title string
	Chosen       bool
}

// rowView is one case in the list.
type rowView struct {
	ID, URL  string
	Current  bool
	Mark     mark
	Who      string
	Platform string
	Excerpt  string
	State    string // in words, where it is not plain from the list
	Age      moment
	Due      moment
}

type emptyView struct{ Title, Text, URL, Link string }

const pageRows = 60

// rows loads one page of a list, without the unknown cases that belong to the
// other list. It may return fewer rows than a page holds.
func (d *Desk) rows(ctx context.Context, p place) (rows []store.CaseRow, more bool, err error) {
	g := groupOf(p.Group)
	filter := store.CaseFilter{
		States: g.states, Platform: p.Platform, Query: p.Query, Order: g.order, After: p.After, Limit: pageRows + 1, Unseen: g.key == answersGroup,
	}
	if g.key == followUpGroup {
		if filter.FollowUp = d.dueFollowUps(); filter.FollowUp == nil {
			return nil, false, nil
		}
	}
	rows, err = d.o.Store.Cases(ctx, filter)
	if err != nil {
		return nil, false, err
	}
	if more = len(rows) > pageRows; more {
		rows = rows[:pageRows]
	}
	if !slices.Contains(g.states, care.StateUnknown) {
		return rows, more, nil
	}
	parked, err := d.parked(ctx)
	if err != nil {
		return nil, false, err
	}
	rows = slices.DeleteFunc(rows, func(r store.CaseRow) bool {
		return r.Case.State == care.StateUnknown && parked[r.Case.ID] != (g.key == "needs")
	})
	return rows, more, nil
}

// maxParked bounds how many unknown sends are looked through.
const maxParked = 1000

// parked returns the cases with a send that only a person can settle.
func (d *Desk) parked(ctx context.Context) (map[string]bool, error) {
	sends, err := d.o.Store.Sends(ctx, []care.SendState{care.SendUnknown}, maxParked)
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, s := range sends {
		if s.Parked {
			out[s.CaseID] = true
		}
	}
	return out, nil
}

// counts is how many cases each list holds.
func (d *Desk) counts(ctx context.Context) (map[string]int, error) {
	all, err := d.o.Store.CountCases(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for _, g := range groups {
		for _, s := range g.states {
			out[g.key] += all[s]
		}
	}
	if err := errors.Join(d.countPrivate(ctx, out), d.countLocked(ctx, out)); err != nil {
		return nil, err
	}
	if out["incidents"], err = d.o.Store.CountIncidents(ctx); err != nil || all[care.StateUnknown] == 0 {
		return out, err
	}
	parked, err := d.parked(ctx)
	out["needs"] -= all[care.StateUnknown] - len(parked)
	out["going"] -= len(parked)
	return out, err
}

// countLocked counts the connectors whose credentials a person must renew: the
// platform takes them no more, or they end soon.
func (d *Desk) countLocked(ctx context.Context, out map[string]int) error {
	all, err := d.connectorsNow(ctx)
	for _, c := range all {
		if c.State == connectors.Unauthorised || c.Health.Expiry.Due(d.o.Now()) {
			out["status"]++
		}
	}
	return err
}

// countPrivate counts the lists of the private side.
func (d *Desk) countPrivate(ctx context.Context, out map[string]int) (err error) {
	out[followUpGroup] = 0
	if due := d.dueFollowUps(); due != nil {
		if out[followUpGroup], err = d.o.Store.CountFollowUps(ctx, *due); err != nil {
			return err
		}
	}
	out[answersGroup], err = d.o.Store.CountUnseen(ctx)
	return err
}

// list makes the column of cases around the current one.
func (d *Desk) list(ctx context.Context, p place, rows []store.CaseRow, more bool, current string) (listView, error) {
	g := groupOf(p.Group)
	counts, err := d.counts(ctx)
	if err != nil {
		return listView{}, err
	}
	l := listView{Place: p, Title: g.title, Whole: p.Query == "" && p.Platform == ""}
	switch {
	case !l.Whole && more:
		l.Count = number(len(rows)) + "+"
	case !l.Whole:
		l.Count = number(len(rows))
	case counts[g.key] > 0:
		l.Count = number(counts[g.key])
	}
	waiting, err := d.unanswered(ctx, rows)
	if err != nil {
		return listView{}, err
	}
	for _, row := range rows {
		d.seen.add(row.Mention.Platform)
		r := d.row(p, row, current)
		if waiting[r.ID] {
			r.State = needsWords
		}
		l.Rows = append(l.Rows, r)
	}
	l.Platforms = d.seen.options(p.Platform)
	if more && len(rows) > 0 {
		next := p
		next.After = rows[len(rows)-1].Case.ID
		l.More = next.url("/")
	}
	if p.After != "" {
		first := p
		first.After = ""
		l.First = first.url("/")
	}
	if len(rows) == 0 {
		l.Empty, err = d.empty(ctx, p)
	}
	return l, err
}

func (d *Desk) row(p place, row store.CaseRow, current string) rowView {
	c, m := row.Case, row.Mention
	v := rowView{
		ID: c.ID, URL: p.url("/cases/" + c.ID), Current: c.ID == current,
		Mark: markOf(row.Verdict), Who: shownHandle(m.Author), Platform: platformName(m.Platform),
		Excerpt: excerpt(m), Age: d.moment(c.OpenedAt),
	}
	if waits(c) && !c.DueAt.IsZero() {
		v.Due = d.due(c.DueAt)
	}
	if c.State != care.StateDrafted && !strings.HasSuffix(stateNames[c.State], v.Mark.Word) {
		v.State = stateNames[c.State]
	}
	return v
}

// waits reports whether a first response is still owed.
func waits(c care.Case) bool {
	return c.FirstResponseAt.IsZero() && slices.Contains(groups[0].states, c.State)
}

const excerptRunes = 160

// excerpt is the beginning of a post without anything that hides in it.
func excerpt(m care.Mention) string {
	if m.Deleted {
		return "The author has deleted this post."
	}
	runes := make([]rune, 0, excerptRunes+1)
	var before rune
	for _, r := range m.Text {
		if r == '\n' || r == '\r' || r == '\t' {
			r = ' '
		}
		if hides(r, before) || (r == ' ' && before == ' ') {
			continue
		}
		if len(runes) == excerptRunes {
			return string(runes) + "…"
		}
		runes = append(runes, r)
		before = r
	}
	return string(runes)
}

// empty says something true and kind about an empty list.
func (d *Desk) empty(ctx context.Context, p place) (emptyView, error) {
	if p.Query != "" || p.Platform != "" || p.After != "" {
		return emptyView{"Nothing here matches.", "The words are looked for in the post and the handle.", place{Group: p.Group}.url("/"), "Show the whole list"}, nil
	}
	if p.Group != "needs" {
		return emptyView{Title: "Nothing here yet.", Text: "Cases come here as they are worked."}, nil
	}
	now := d.o.Now()
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	total, quiet, err := d.o.Store.CountMentions(ctx, midnight)
	if err != nil {
		return emptyView{}, err
	}
	switch {
	case total == 0:
		return emptyView{"Nothing waits for you.", "No mention has come in today.", "/status", "See how the connectors do"}, nil
	case quiet == 0:
		return emptyView{"Nothing waits for you.", "Every one of today's " + plural(total, "mention", "mentions") + " is looked after.", "", ""}, nil
	}
	return emptyView{"Nothing waits for you.", plural(quiet, "mention", "mentions") + " today needed no answer.", "/mentions", "Look them over"}, nil
}

// platforms remembers the few platforms that lists have shown, to offer them as
// a filter.
type platforms struct {
	mu    sync.Mutex
	names []string // sorted
}

const maxPlatforms = 40

func (p *platforms) add(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	at, found := slices.BinarySearch(p.names, name)
	if name != "" && !found && len(p.names) < maxPlatforms {
		p.names = slices.Insert(p.names, at, name)
	}
}

func (p *platforms) options(chosen string) []option {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := make([]option, 0, len(p.names)+1)
	for _, n := range p.names {
		out = append(out, option{Value: n, Title: platformName(n), Chosen: n == chosen})
	}
	if chosen != "" && !slices.Contains(p.names, chosen) {
		out = append(out, option{Value: chosen, Title: platformName(chosen), Chosen: true})
	}
	return out
}
