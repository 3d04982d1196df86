package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"goodgraces/pipeline"
	"goodgraces/store"
)

// forum is a site with a feed to which posts are added.
type forum struct {
	*httptest.Server
	mu    sync.Mutex
	posts []string
}

func newForum(t *testing.T) *forum {
	f := &forum{}
	f.Server = httptest.NewServer(f)
	t.Cleanup(f.Close)
	return f
}

func (f *forum) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Forum</title>`)
	for i, p := range slices.Backward(f.posts) {
		fmt.Fprintf(w, `<item><guid>%s/%d</guid><title>%s</title></item>`, f.URL, i, p)
	}
	fmt.Fprint(w, `</channel></rss>`)
}

func (f *forum) post(text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.posts = append(f.posts, text)
}

// admin is somebody signed in to a desk.
type admin struct {
	t    *testing.T
	http *http.Client
	base string
}

func signIn(t *testing.T, link string) *admin {
	t.Helper()
	jar, err := cookiejar.New(nil)
	must(t, err)
	a := &admin{t: t, http: &http.Client{Jar: jar}, base: link[:strings.Index(link, "/sign-in")]}
	t.Cleanup(a.http.CloseIdleConnections)
	a.read(a.http.Get(link))
	return a
}

func (a *admin) read(resp *http.Response, err error) string {
	a.t.Helper()
	must(a.t, err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	must(a.t, err)
	if resp.StatusCode != http.StatusOK {
		a.t.Fatalf("%s: %s: %s", resp.Request.URL, resp.Status, body)
	}
	return string(body)
}

func (a *admin) get(path string) string { a.t.Helper(); return a.read(a.http.Get(a.base + path)) }

func (a *admin) post(path string, form url.Values) string {
	a.t.Helper()
	return a.read(a.http.PostForm(a.base+path, form))
}

// seen is the value by which a form knows what it is changing.
func (a *admin) seen(path string) string {
	a.t.Helper()
	_, rest, found := strings.Cut(a.get(path), `name="seen" value="`)
	if !found {
		a.t.Fatalf("%s has no form", path)
	}
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

func feedForm(f *forum, keyword string) url.Values {
	return url.Values{"do": {"save"}, "name": {"forum"}, "set.urls": {f.URL}, "set.keywords": {keyword}, "set.every": {"20ms"}}
}

// texts are those of the posts that were read.
func texts(t *testing.T, st *store.Store) []string {
	t.Helper()
	rows, err := st.Mentions(t.Context(), store.MentionFilter{Limit: 100})
	must(t, err)
	var out []string
	for _, r := range rows {
		out = append(out, r.Mention.Text)
	}
	return out
}

func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	over := time.After(30 * time.Second)
	for !is() {
		select {
		case <-over:
			t.Fatalf("waited in vain until %s", what)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// aConfigured writes a configuration and an account, and returns the flags to
// start with.
func aConfigured(t *testing.T) *global {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "graces.yaml")
	must(t, os.WriteFile(file, []byte("brand: {name: Larkspur}\ndesk: {addr: \"127.0.0.1:0\"}\nlog: {level: info}\n"), 0o600))
	g := &global{flags: newRoot(), config: file}
	must(t, g.flags.PersistentFlags().Set("data", filepath.Join(dir, "data")))
	return g
}

// running runs a daemon until the test ends. It returns the desk's address.
func running(t *testing.T, g *global) (d *daemon, base string) {
	t.Helper()
	d, err := newDaemon(t.Context(), g.options(), pipeline.Roles, io.Discard)
	must(t, err)
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended, ready := make(chan error, 1), make(chan string, 1)
	go func() { ended <- d.run(ctx, func(base string) { ready <- base }) }()
	t.Cleanup(func() {
		stop()
		must(t, <-ended)
	})
	return d, <-ready
}

// signedIn is somebody at the desk of a running daemon.
func signedIn(t *testing.T, d *daemon, base string) *admin {
	t.Helper()
	must(t, demoAccount(t.Context(), d.store))
	link, err := signInLink(t.Context(), d.store, demoUser, base)
	must(t, err)
	return signIn(t, link)
}

// A connector is added in the desk of a running daemon, reads, is changed, reads
// by what was changed, is switched off and on, and removed; nothing is started
// anew.
func TestConnectorsComeAndGoInARunningDaemon(t *testing.T) {
	f := newForum(t)
	f.post("the kettle is broken")
	f.post("the teapot is broken")
	g := aConfigured(t)
	d, base := running(t, g)
	a := signedIn(t, d, base)

	if page := a.post("/new-connector/feeds", feedForm(f, "kettle")); !strings.Contains(page, "is added and in force") {
		t.Errorf("added: %s", page)
	}
	until(t, "the kettle is read", func() bool { return slices.Contains(texts(t, d.store), "the kettle is broken") })
	if got := texts(t, d.store); len(got) != 1 {
		t.Errorf("read %q", got)
	}

	change := feedForm(f, "teapot")
	change.Set("seen", a.seen("/connectors/forum/edit"))
	if page := a.post("/connectors/forum/edit", change); !strings.Contains(page, "is changed and in force") {
		t.Errorf("changed: %s", page)
	}
	until(t, "the teapot is read", func() bool { return slices.Contains(texts(t, d.store), "the teapot is broken") })
	f.post("another kettle is broken")
	f.post("another teapot is broken")
	until(t, "another teapot is read", func() bool { return slices.Contains(texts(t, d.store), "another teapot is broken") })
	if slices.Contains(texts(t, d.store), "another kettle is broken") {
		t.Error("it still reads by the earlier keyword")
	}

	a.post("/connectors/forum/remove", nil)
	if c, release := d.pipeline.Use("forum"); c != nil {
		t.Error("it still runs")
	} else {
		release()
	}
	if entries, err := os.ReadDir(d.watch.Current().ConnectorsFolder()); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	trail, err := d.store.Audit(t.Context(), "forum", 0, 10)
	must(t, err)
	var done []string
	for _, e := range trail {
		done = append(done, e.Actor+" "+e.Action)
	}
	if !slices.Equal(done, []string{"demo connector-add", "demo connector-change", "demo connector-remove"}) {
		t.Errorf("audit trail: %q", done)
	}
}

// A change of graces.yaml itself is followed as well, and one that cannot work
// leaves what runs in its place.
func TestTheConfigurationFileIsFollowed(t *testing.T) {
	f := newForum(t)
	f.post("the kettle is broken")
	g := aConfigured(t)
	d, _ := running(t, g)
	write := func(text string) {
		must(t, os.WriteFile(g.config, []byte("desk: {addr: \"127.0.0.1:0\"}\n"+text), 0o600))
	}
	runs := func() bool {
		c, release := d.pipeline.Use("forum")
		defer release()
		return c != nil
	}
	write("connectors:\n  - {name: forum, type: feeds, settings: {urls: [" + f.URL + "], every: 20ms}}\n")
	until(t, "the kettle is read", func() bool { return slices.Contains(texts(t, d.store), "the kettle is broken") })
	write("connectors:\n  - {name: forum, type: feeds, settings: {urls: [" + f.URL + "], every: 0s}}\n")
	until(t, "it is refused", func() bool { return d.watch.Err() != nil })
	if !runs() {
		t.Error("a refused change has ended it")
	}
	write("")
	until(t, "it has ended", func() bool { return !runs() })
}

// What was saved is there after kill -9, with its secrets, which only the daemon
// can read; and they are on no page.
func TestASavedConnectorOutlivesKill9(t *testing.T) {
	g := aConfigured(t)
	cfg, err := g.load()
	must(t, err)
	st, err := openStore(t.Context(), cfg)
	must(t, err)
	must(t, demoAccount(t.Context(), st))
	binary := buildGraces(t)
	p := startGraces(t, binary, "serve", "--config", g.config, "--data", cfg.Data)
	base := func(p *process) string {
		_, rest, _ := strings.Cut(p.line("msg=ready"), "url=")
		return strings.Fields(rest)[0]
	}
	enter := func(p *process) *admin {
		link, err := signInLink(t.Context(), st, demoUser, base(p))
		must(t, err)
		return signIn(t, link)
	}
	const secret = "quite-a-long-secret"
	a := enter(p)
	page := a.post("/new-connector/webhook", url.Values{"do": {"save"}, "name": {"shop"}, "set.secret": {secret}})
	p.kill()
	if !strings.Contains(page, "shop is added") || strings.Contains(page, secret) {
		t.Errorf("added: %s", page)
	}
	kept := filepath.Join(cfg.ConnectorsFolder(), "shop.secret")
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if yaml, err := os.ReadFile(filepath.Join(cfg.ConnectorsFolder(), "shop.yaml")); err != nil || strings.Contains(string(yaml), secret) {
		t.Errorf("%s, %v", yaml, err)
	}

	p = startGraces(t, binary, "serve", "--config", g.config, "--data", cfg.Data)
	a = enter(p)
	until(t, "its hook takes calls", func() bool {
		resp, err := a.http.Post(a.base+"/hooks/shop", "application/json", strings.NewReader("{}"))
		must(t, err)
		defer resp.Body.Close()
		return resp.StatusCode == http.StatusUnauthorized
	})
	// A change without the secret keeps it, and no page shows it.
	change := url.Values{"do": {"save"}, "name": {"shop"}, "set.platform": {"shop"}, "seen": {a.seen("/connectors/shop/edit")}}
	page = a.post("/connectors/shop/edit", change) + a.get("/connectors/shop/edit") + a.get("/connectors/shop")
	if strings.Contains(page, secret) || !strings.Contains(page, "kept as it is") {
		t.Errorf("changed: %s", page)
	}
	if got, err := os.ReadFile(kept); err != nil || strings.TrimSpace(string(got)) != secret {
		t.Errorf("kept %q, %v", got, err)
	}
	if said := p.rest(); strings.Contains(said, secret) {
		t.Errorf("the log holds the secret: %s", said)
	}
	p.kill()
	must(t, st.Close())
}
