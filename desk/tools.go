package desk

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"unicode/utf8"

	"goodgraces/care"
	"goodgraces/queue"
	"goodgraces/store"
)

// note adds a line to the audit trail.
func (d *Desk) note(r *http.Request, actor, action, object string, detail map[string]string) error {
	body, err := json.Marshal(detail)
	if err != nil {
		return err
	}
	return d.o.Store.AppendAudit(r.Context(), store.AuditEntry{At: d.o.Now(), Actor: actor, Action: action, Object: object, Detail: string(body)})
}

// mentionsView is the page of mentions that needed no answer.
type mentionsView struct {
	Query string
	Rows  []mentionView
	More  string
	Empty emptyView
}

type mentionView struct {
	Key, Who, Platform, Address string
	Author                      string // address of the author's page
	Mark                        mark
	Text                        []segment
	Chips                       []chip
	At                          moment
	Label                       string // address of the page where the verdict is corrected
}

func (d *Desk) showMentions(v *visit) error {
	q := v.r.URL.Query()
	rows, err := d.o.Store.Mentions(v.r.Context(), store.MentionFilter{
		NoCase: true, Query: q.Get("q"), After: q.Get("after"), Limit: pageRows + 1,
	})
	if err != nil {
		return err
	}
	page := mentionsView{Query: q.Get("q")}
	if len(rows) > pageRows {
		rows = rows[:pageRows]
		page.More = place{Query: page.Query, After: rows[pageRows-1].Mention.Key(), Group: "needs"}.url("/mentions")
	}
	for _, row := range rows {
		m := row.Mention
		if m.By == care.ByBrand {
			continue // our own words
		}
		page.Rows = append(page.Rows, mentionView{
			Key: m.Key(), Who: shownHandle(m.Author), Author: authorURL(m.AuthorKey()), Platform: platformName(m.Platform), Address: safeLink(m.URL),
			Mark: markOf(row.Verdict), Text: segments(clip(m), nil), Chips: chips(row.Verdict), At: d.moment(row.ReadAt), Label: labelURL(m.Key(), place{Group: groups[0].key}),
		})
	}
	switch {
	case len(rows) > 0:
	case page.Query != "":
		page.Empty = emptyView{"Nothing here matches.", "The words are looked for in the post and the handle.", "/mentions", "Show all"}
	default:
		page.Empty = emptyView{Title: "Nothing was left out.", Text: "Mentions that need no answer are kept here, so that you can check."}
	}
	d.render(v.w, v, http.StatusOK, "mentions", "Not answered", page)
	return nil
}

// clipRunes bounds a post in a list; a case shows it whole.
const clipRunes = 600

func clip(m care.Mention) string {
	if m.Deleted {
		return "The author has deleted this post."
	}
	if utf8.RuneCountInString(m.Text) <= clipRunes {
		return m.Text
	}
	return string([]rune(m.Text)[:clipRunes]) + "…"
}

// openMention gives a mention a case after all, and shows it.
func (d *Desk) openMention(v *visit) error {
	c, err := d.o.Store.OpenCase(v.r.Context(), v.r.PostFormValue("key"), v.user.Name, d.o.Now())
	if err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/cases/"+c.ID, http.StatusSeeOther)
	return nil
}

// deadView is the page of what could not be handled.
type deadView struct {
	Rows  []deadRow
	More  string
	Total int
	Known bool // the queue can be asked
	Back  string
}

type deadRow struct {
	ID, Key, Cause, Body string
	At                   moment
}

const bodyRunes = 400

func (d *Desk) showDead(v *visit) error {
	page := deadView{Known: d.o.DeadLetters != nil, Back: v.r.URL.Query().Get("requeued")}
	if page.Known {
		if err := d.deadRows(v, &page); err != nil {
			return err
		}
	}
	d.render(v.w, v, http.StatusOK, "dead", "Dead letters", page)
	return nil
}

func (d *Desk) deadRows(v *visit, page *deadView) error {
	letters, err := d.o.DeadLetters.DeadLetters(v.r.Context(), v.r.URL.Query().Get("after"), pageRows+1)
	if err != nil {
		return err
	}
	lag, err := d.o.DeadLetters.Lag(v.r.Context())
	if err != nil {
		return err
	}
	page.Total = lag.Dead
	if len(letters) > pageRows {
		letters = letters[:pageRows]
		page.More = place{Group: "needs", After: letters[pageRows-1].ID}.url("/dead")
	}
	for _, l := range letters {
		page.Rows = append(page.Rows, deadRow{ID: l.ID, Key: l.Key, Cause: l.Cause, Body: shorten(l.Body), At: d.moment(l.At)})
	}
	return nil
}

func shorten(body []byte) string {
	text := []rune(strings.ToValidUTF8(string(body), "\uFFFD"))
	if len(text) > bodyRunes {
		return string(text[:bodyRunes]) + "…"
	}
	return string(text)
}

// requeueDead gives one dead letter, or all, another try.
func (d *Desk) requeueDead(v *visit) error {
	if d.o.DeadLetters == nil {
		return store.ErrNotFound
	}
	var ids []string
	if id := v.r.PostFormValue("id"); id != "" {
		ids = []string{id}
	} else if v.r.PostFormValue("all") == "" {
		d.showError(v.w, v, http.StatusBadRequest, "Which one?", "Nothing was changed.")
		return nil
	}
	n, err := d.o.DeadLetters.Requeue(v.r.Context(), ids...)
	if err != nil {
		return err
	}
	count := plural(n, "letter", "letters")
	if err := d.note(v.r, v.user.Name, "requeue", "queue", map[string]string{"count": count}); err != nil {
		return err
	}
	http.Redirect(v.w, v.r, place{Group: "needs"}.url("/dead", "requeued", count), http.StatusSeeOther)
	return nil
}

// statusView is the page for whoever runs this.
type statusView struct {
	Connectors []connectorView
	Lag        *queue.Lag
	Oldest     string
	QueueError string
	Sends      []countView
	Cases      []countView
	Mentions   int
	Quiet      int
	Config     string     // why the file was refused
	Templates  string     // why some are not in force
	Known      []knownRow // known answers that go out of date
	File       string
	Version    string
	Schema     string
	MayAdd     bool   // connectors
	Removed    string // the connector that was just removed
}

type countView struct {
	Name  string
	Count int
}

func (d *Desk) showStatus(v *visit) error {
	ctx := v.r.Context()
	page := statusView{Version: d.o.Version, File: d.o.Config().File, MayAdd: d.o.Connectors != nil && v.may(RoleAdmin), Removed: v.r.URL.Query().Get("removed")}
	if err := d.o.ConfigError(); err != nil {
		page.Config = err.Error()
	}
	if err := d.o.TemplateError(); err != nil {
		page.Templates = err.Error()
	}
	page.Known = d.aging()
	var err error
	if page.Connectors, err = d.connectorViews(v); err != nil {
		return err
	}
	d.addQueue(ctx, &page)
	sends, err := d.o.Store.CountSends(ctx)
	if err != nil {
		return err
	}
	for _, s := range care.SendStates {
		page.Sends = append(page.Sends, countView{words(string(s)), sends[s]})
	}
	cases, err := d.o.Store.CountCases(ctx)
	if err != nil {
		return err
	}
	for _, s := range care.States {
		page.Cases = append(page.Cases, countView{words(string(s)), cases[s]})
	}
	if page.Mentions, page.Quiet, err = d.o.Store.CountMentions(ctx, d.o.Now().AddDate(0, 0, -1)); err != nil {
		return err
	}
	d.render(v.w, v, http.StatusOK, "status", "Status", page)
	return nil
}

// addQueue adds what waits in the queue; a queue that is away is shown as that.
func (d *Desk) addQueue(ctx context.Context, page *statusView) {
	if d.o.DeadLetters == nil {
		return
	}
	lag, err := d.o.DeadLetters.Lag(ctx)
	if err != nil {
		page.QueueError = err.Error()
		return
	}
	page.Lag, page.Oldest = &lag, span(lag.Oldest)
}

// showReady answers 200 when the daemon can work, else 503 with the reasons.
func (d *Desk) showReady(w http.ResponseWriter, r *http.Request) {
	err := d.o.Ready(r.Context())
	if err == nil {
		writeJSON(w, http.StatusOK, map[string]any{"ready": true})
		return
	}
	writeJSON(w, http.StatusServiceUnavailable, map[string]any{"ready": false, "reasons": strings.Split(err.Error(), "\n")})
}

// historyView is everything that was done about a case.
type historyView struct {
	ID, Who, Back string
	Decisions     []deedView
	Drafts        []draftView
	Trail         []trailView
}

type draftView struct {
	Number int
	By     string
	Text   string
	At     moment
}

type trailView struct {
	Seq            int64
	Actor, Action  string
	Detail, Digest string
	At             moment
}

const maxTrail = 500

func (d *Desk) showHistory(v *visit) error {
	ctx, id := v.r.Context(), v.r.PathValue("id")
	f, err := d.o.Store.Case(ctx, id)
	if err != nil {
		return err
	}
	trail, err := d.o.Store.Audit(ctx, id, 0, maxTrail)
	if err != nil {
		return err
	}
	page := historyView{ID: id, Who: shownHandle(f.Mention.Author), Back: placeOf(v.r).url("/cases/" + id)}
	for _, k := range f.Decisions {
		page.Decisions = append(page.Decisions, deedView{deed(k) + reason(k), d.moment(k.At)})
	}
	for i, dr := range f.Drafts {
		page.Drafts = append(page.Drafts, draftView{i + 1, dr.By, firstOf(dr.Text, dr.Reason), d.moment(dr.At)})
	}
	for _, e := range trail {
		page.Trail = append(page.Trail, trailView{e.Seq, e.Actor, words(e.Action), e.Detail, e.Hash[:min(12, len(e.Hash))], d.moment(e.At)})
	}
	d.render(v.w, v, http.StatusOK, "history", "History of "+page.Who, page)
	return nil
}
