package desk

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/config"
	"goodgraces/responder"
	"goodgraces/store"
	"goodgraces/store/storetest"
)

// scribe stands in for the responder: its checks forbid one phrase, and its
// next wording says which it is.
type scribe struct{}

func (scribe) Draft(q responder.Request) care.Draft {
	d := care.Draft{CaseID: q.CaseID, Action: q.Verdict.Action, Template: "test", Variant: q.Variant,
		Text: fmt.Sprintf("We hear you, and we are sorry. Wording %d.", q.Variant)}
	d.Otherwise = d.Text
	return scribe{}.Recheck(d, q)
}

func (scribe) Statement(q responder.Request) care.Draft {
	d := scribe{}.Draft(q)
	d.Text = fmt.Sprintf("To all of you: we read you. Wording %d.", q.Variant)
	return scribe{}.Recheck(d, q)
}

func (scribe) Recheck(d care.Draft, q responder.Request) care.Draft {
	d.Length, d.Limit = len([]rune(d.Text)), 280
	calm := care.Check{Rule: "trigger_phrase", OK: !strings.Contains(strings.ToLower(d.Text+d.Private.Text), "calm down"), Blocking: true}
	if !calm.OK {
		calm.Note = "“calm down” inflames; say what you will do instead."
	}
	d.Checks = []care.Check{
		{Rule: "mirrors the feeling", OK: true}, {Rule: "specific", OK: true},
		calm, {Rule: "length", OK: d.Length <= d.Limit, Blocking: true, Note: fmt.Sprintf("%d of %d characters", d.Length, d.Limit)},
		{Rule: "private_route", OK: d.Private.Text != "" || strings.Contains(d.Text, "write to us"), Note: "offers no way into a private conversation"},
	}
	return d
}

func (scribe) ClosingLine(q responder.Request) care.Draft {
	return care.Draft{Text: fmt.Sprintf("Glad this is settled. Wording %d.", q.Variant), Checks: scribe{}.CheckClosingLine("", q)}
}

func (scribe) FollowUp(q responder.Request) care.Draft {
	text := "How did it go? " + q.Link
	return care.Draft{Private: care.Private{Route: care.RouteMessage, Text: text}, Checks: scribe{}.CheckPrivate(text, q)}
}

func (scribe) CheckClosingLine(text string, q responder.Request) []care.Check {
	return scribe{}.Recheck(care.Draft{Text: text}, q).Checks
}

func (scribe) CheckPrivate(text string, q responder.Request) []care.Check {
	return scribe{}.Recheck(care.Draft{Text: text}, q).Checks
}

// world is a desk over a real store, and the people who use it.
type world struct {
	t     testing.TB
	desk  *Desk
	store *store.Store
	url   string
	cfg   *config.Config
	skew  atomic.Int64 // how far the clock was moved
	still atomic.Pointer[time.Time]
	cases []store.Handled
}

func (w *world) now() time.Time {
	at := time.Now()
	if still := w.still.Load(); still != nil {
		at = *still
	}
	return at.Add(time.Duration(w.skew.Load()))
}

// stop stops the clock, where what is counted would depend on how busy a machine is.
func (w *world) stop() {
	now := time.Now()
	w.still.Store(&now)
}

func newWorld(t testing.TB, change ...func(*Options)) *world {
	t.Helper()
	s := storetest.SQLite(t, filepath.Join(t.TempDir(), "graces.db"), "")
	w := &world{t: t, store: s, cfg: &config.Config{Brand: config.Brand{Name: "Kestrel Air"}, Sender: config.Sender{UndoFor: 20 * time.Second}}}
	w.cases = seed(t, s, w.now())
	o := Options{Store: s, Responder: func() *responder.Responder { return nil }, Config: func() *config.Config { return w.cfg },
		Now: w.now, PollEvery: 25 * time.Millisecond, Version: "test",
		Reach: func(m care.Mention) Reach {
			return Reach{CanReply: m.Connector != "reddit", CanMessage: m.Connector != "reddit"}
		}}
	for _, f := range change {
		f(&o)
	}
	var err error
	if w.desk, err = New(o); err != nil {
		t.Fatal(err)
	}
	w.desk.responder = func() drafter { return scribe{} }
	srv := httptest.NewServer(w.desk.Handler())
	t.Cleanup(func() { w.desk.Close(); srv.Close() })
	w.url = srv.URL
	return w
}

// caseOf is the ID of the case that an author's post opened.
func (w *world) caseOf(handle string) string {
	w.t.Helper()
	for _, h := range w.cases {
		if h.Mention.Author.Handle == handle && h.Case != nil {
			return h.Case.ID
		}
	}
	w.t.Fatalf("no case of %s", handle)
	return ""
}

func (w *world) file(id string) *store.CaseFile {
	w.t.Helper()
	f, err := w.store.Case(context.Background(), id)
	if err != nil {
		w.t.Fatal(err)
	}
	return f
}

// link makes a sign-in link for a new account.
func (w *world) link(name, role string) string {
	w.t.Helper()
	if err := w.store.SaveUser(w.t.Context(), store.User{Name: name, Role: role, Initials: "AB"}); err != nil {
		w.t.Fatal(err)
	}
	token, hash := SignInToken()
	if err := w.store.SaveSignIn(w.t.Context(), hash, name, w.now().Add(SignInFor)); err != nil {
		w.t.Fatal(err)
	}
	return w.url + "/sign-in?token=" + token
}

// person is a browser without script.
type person struct {
	w      *world
	client *http.Client
}

func (w *world) stranger() *person {
	jar, err := cookiejar.New(nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return &person{w, &http.Client{Jar: jar, Timeout: 20 * time.Second}}
}

func (w *world) person(name, role string) *person {
	p := w.stranger()
	page := p.get(strings.TrimPrefix(w.link(name, role), w.url))
	if page.status != http.StatusOK || !strings.Contains(page.body, "Needs you") {
		w.t.Fatalf("sign-in of %s: %d %s", name, page.status, page.body)
	}
	return p
}

// page is an answer after redirects.
type page struct {
	status int
	path   string
	query  url.Values
	header http.Header
	body   string
}

func (p *person) do(r *http.Request) page {
	p.w.t.Helper()
	res, err := p.client.Do(r)
	if err != nil {
		p.w.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		p.w.t.Fatal(err)
	}
	return page{res.StatusCode, res.Request.URL.Path, res.Request.URL.Query(), res.Header, string(body)}
}

func (p *person) request(method, path string, form url.Values) *http.Request {
	p.w.t.Helper()
	r, err := http.NewRequestWithContext(p.w.t.Context(), method, p.w.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		p.w.t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", p.w.url)
	}
	return r
}

func (p *person) get(path string) page { return p.do(p.request(http.MethodGet, path, nil)) }

func (p *person) post(path string, form url.Values) page {
	return p.do(p.request(http.MethodPost, path, form))
}

// answer is the form of a case as its page would send it.
func (p *person) answer(id string) url.Values {
	f := p.w.file(id)
	v := url.Values{}
	if d := f.Draft(); d != nil {
		v.Set("draft", d.ID)
		v.Set("text", d.Text)
		v.Set("otherwise", d.Otherwise)
		v.Set("private", d.Private.Text)
	}
	return v
}

func (w *world) state(id string, want care.State) {
	w.t.Helper()
	if got := w.file(id).Case.State; got != want {
		w.t.Errorf("case %s is %s, want %s", id, got, want)
	}
}

func has(t *testing.T, p page, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(p.body, want) {
			t.Errorf("%s (%d) lacks %q in\n%s", p.path, p.status, want, p.body)
		}
	}
}

func TestApprove(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("maria_p")
	form := ann.answer(id)
	form.Set("text", form.Get("text")+"\r\nAnn")
	w.stop()
	got := ann.post("/cases/"+id+"/approve", form)
	if got.status != http.StatusOK || got.query.Get("done") != id || got.path == "/cases/"+id {
		t.Fatalf("after approval: %d %s %v", got.status, got.path, got.query)
	}
	has(t, got, "Approved: the answer to @maria_p", "Undo")
	f := w.file(id)
	if len(f.Sends) != 2 || f.Sends[0].Kind != care.SendPrivate || f.Sends[1].After != f.Sends[0].ID {
		t.Fatalf("sends: %+v", f.Sends)
	}
	public := f.Sends[1]
	if !strings.HasSuffix(public.Text, "\nAnn") || public.Otherwise != form.Get("otherwise") || public.Actor != "ann" {
		t.Errorf("public: %+v", public)
	}
	if left := public.NotBefore.Sub(w.now()); left < 19*time.Second || left > 20*time.Second {
		t.Errorf("leaves in %s, want undo_for", left)
	}
}
