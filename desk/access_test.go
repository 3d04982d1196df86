package desk

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"goodgraces/config"
	"goodgraces/store"
)

// TestAccess tries every route as every role. A route that is not in the table
// of expectations fails the test.
func TestAccess(t *testing.T) {
	w := newWorld(t)
	people := map[string]*person{"": w.stranger()}
	for _, role := range Roles {
		people[role] = w.person("the-"+role, role)
	}
	weakest := map[string]string{
		"GET /{$}": RoleAgent, "GET /cases/{id}": RoleAgent, "GET /cases/{id}/history": RoleAgent, "GET /cases/{id}/now": RoleAgent,
		"POST /cases/{id}/check": RoleAgent, "POST /cases/{id}/draft": RoleAgent, "POST /cases/{id}/another": RoleAgent,
		"POST /cases/{id}/approve": RoleAgent, "POST /cases/{id}/move": RoleAgent, "POST /cases/{id}/settle": RoleAgent, "POST /cases/{id}/by-hand": RoleAgent, "GET /connectors": RoleAgent, "GET /connectors/{name}": RoleManager, "POST /connectors/{name}/check": RoleManager,
		"POST /cases/{id}/after": RoleAgent, "POST /cases/{id}/no-follow-up": RoleAgent, "POST /cases/{id}/take-back": RoleAgent,
		"POST /cases/{id}/answer": RoleAgent, "POST /cases/{id}/answers-seen": RoleAgent,
		"GET /channels": RoleAgent, "POST /channels/{name}": RoleAgent, // by desk.routes_for
		"GET /authors/{key...}": RoleAgent, "POST /authors/{key...}": RoleAgent,
		"GET /incidents": RoleAgent, "GET /incidents/{id}": RoleAgent, "POST /incidents/{id}/end": RoleAgent, "POST /incidents/{id}/split": RoleAgent,
		"GET /events": RoleAgent, "GET /mentions": RoleAgent, "POST /mentions/open": RoleAgent, "GET /status": RoleAgent,
		"GET /account": RoleAgent, "POST /account": RoleAgent, "POST /sign-out": RoleAgent,
		"GET /templates": RoleAgent, "GET /templates/{name}": RoleAgent, "GET /templates/{name}/versions": RoleAgent, "GET /templates/{name}/results": RoleAgent,
		"POST /templates/{name}": RoleManager, "POST /templates/{name}/preview": RoleManager, "POST /new-template": RoleManager, "POST /new-template/preview": RoleManager,
		"POST /templates/{name}/trial": RoleManager, "POST /templates/{name}/trial/stop": RoleManager, "POST /templates/{name}/{deed}": RoleManager,
		"POST /cases/{id}/known": RoleAgent, "POST /cases/{id}/hold": RoleAgent, "GET /answers": RoleAgent, "GET /answers/{name}": RoleAgent, "POST /answers/{name}": RoleManager, "POST /answers/{name}/preview": RoleManager,
		"GET /new-answer": RoleManager, "POST /new-answer": RoleManager, "POST /new-answer/preview": RoleManager,
		"GET /label": RoleAgent, "POST /label": RoleAgent, "GET /judging": RoleManager, "POST /judging/model": RoleManager,
		"GET /dead": RoleManager, "POST /dead/requeue": RoleManager,
		"GET /new-connector": RoleAdmin, "GET /new-connector/{type}": RoleAdmin, "POST /new-connector/{type}": RoleAdmin,
		"GET /connectors/{name}/edit": RoleAdmin, "POST /connectors/{name}/edit": RoleAdmin, "POST /connectors/{name}/remove": RoleAdmin,
		"GET /users": RoleAdmin, "POST /users": RoleAdmin, "POST /users/{name}": RoleAdmin, "POST /users/{name}/link": RoleAdmin,
	}
	for _, rt := range w.desk.routes() {
		want, ok := weakest[rt.pattern]
		if !ok {
			t.Errorf("%s is not in the table", rt.pattern)
			continue
		}
		if rt.pattern == "GET /events" || rt.pattern == "POST /sign-out" {
			continue // they have tests of their own: one never ends, the other ends the session
		}
		method, path, _ := strings.Cut(rt.pattern, " ")
		path = strings.NewReplacer("{$}", "", "{id}", "nosuchcase", "{name}", "nobody", "{type}", "nothing", "{key...}", "x:nobody").Replace(path)
		for role, p := range people {
			got := p.do(p.request(method, path, url.Values{}))
			switch {
			case role == "":
				if !strings.Contains(got.body, `action="/sign-in"`) {
					t.Errorf("%s as a stranger: %d at %s", rt.pattern, got.status, got.path)
				}
			case rank(role) < rank(want):
				if got.status != http.StatusForbidden {
					t.Errorf("%s as %s: %d, want 403", rt.pattern, role, got.status)
				}
			case got.status == http.StatusForbidden, got.status == http.StatusUnauthorized, got.status == http.StatusInternalServerError:
				t.Errorf("%s as %s: %d", rt.pattern, role, got.status)
			}
		}
	}
}

func TestOpenRoutes(t *testing.T) {
	hook := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.PathValue("name") != "shop" {
			http.NotFound(w, r)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	})
	w := newWorld(t, func(o *Options) {
		o.Hooks = hook
		o.Metrics = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "graces_up 1") })
	})
	p := w.stranger()
	r := p.request(http.MethodPost, "/hooks/shop", nil)
	r.Header.Set("Origin", "https://platform.example")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	for name, got := range map[string]page{
		"hook": p.do(r), "metrics": p.get("/metrics"), "health": p.get("/healthz"), "ready": p.get("/readyz"),
	} {
		if got.status >= 300 || got.header.Get("Set-Cookie") != "" {
			t.Errorf("%s: %d, cookie %q", name, got.status, got.header.Get("Set-Cookie"))
		}
	}
	if got := p.get("/hooks/other"); got.status != http.StatusNotFound {
		t.Errorf("unknown hook: %d", got.status)
	}
	w.store.Close()
	got := p.get("/readyz")
	if got.status != http.StatusServiceUnavailable || !strings.Contains(got.body, `"reasons"`) {
		t.Errorf("without a database: %d %s", got.status, got.body)
	}
	if got := p.get("/healthz"); got.status != http.StatusOK {
		t.Errorf("alive without a database: %d", got.status)
	}
}

func TestSignIn(t *testing.T) {
	w := newWorld(t)
	hash, err := HashPassword("correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	if err := w.store.SaveUser(t.Context(), store.User{Name: "ann", Role: RoleAgent, Hash: hash}); err != nil {
		t.Fatal(err)
	}
	p := w.stranger()
	if got := p.get("/cases/x?in=sent"); got.path != "/sign-in" || got.query.Get("next") != "/cases/x?in=sent" {
		t.Errorf("a stranger lands at %s %v", got.path, got.query)
	}
	wrong := p.post("/sign-in", url.Values{"name": {"ann"}, "password": {"wrong wrong wrong"}})
	unknown := p.post("/sign-in", url.Values{"name": {"nobody"}, "password": {"wrong wrong wrong"}})
	if wrong.status != http.StatusUnauthorized || unknown.status != http.StatusUnauthorized ||
		strings.ReplaceAll(wrong.body, `"ann"`, "") != strings.ReplaceAll(unknown.body, `"nobody"`, "") {
		t.Errorf("a wrong password and an unknown name can be told apart: %d %d", wrong.status, unknown.status)
	}
	got := p.post("/sign-in", url.Values{"name": {" Ann "}, "password": {"correct horse battery"}, "next": {"/status"}})
	if got.status != http.StatusOK || got.path != "/status" {
		t.Fatalf("right password: %d %s", got.status, got.path)
	}
	u, err := w.store.User(t.Context(), "ann")
	if err != nil {
		t.Fatal(err)
	}
	u.Disabled = true
	if err := w.store.SaveUser(t.Context(), u); err != nil {
		t.Fatal(err)
	}
	if got := p.get("/"); got.path != "/sign-in" {
		t.Errorf("a disabled account still sees %s", got.path)
	}
	if got := p.post("/sign-in", url.Values{"name": {"ann"}, "password": {"correct horse battery"}}); got.status != http.StatusUnauthorized {
		t.Errorf("a disabled account signs in: %d", got.status)
	}
}

func TestSignInLink(t *testing.T) {
	w := newWorld(t)
	link := strings.TrimPrefix(w.link("ann", RoleAgent), w.url)
	first := w.stranger().get(link)
	if first.status != http.StatusOK || first.path != "/" {
		t.Fatalf("first use: %d %s", first.status, first.path)
	}
	if got := w.stranger().get(link); got.status != http.StatusGone {
		t.Errorf("second use: %d", got.status)
	}
	late := strings.TrimPrefix(w.link("ann", RoleAgent), w.url)
	w.skew.Store(int64(SignInFor + time.Second))
	if got := w.stranger().get(late); got.status != http.StatusGone {
		t.Errorf("after ten minutes: %d", got.status)
	}
}

func TestSignInIsLimited(t *testing.T) {
	w := newWorld(t)
	p := w.stranger()
	w.stop()
	try := func(name string) int {
		return p.post("/sign-in", url.Values{"name": {name}, "password": {"x"}}).status
	}
	for range signInRates.nameBurst {
		if got := try("ann"); got != http.StatusUnauthorized {
			t.Fatalf("within the limit: %d", got)
		}
	}
	if got := try("ann"); got != http.StatusTooManyRequests {
		t.Errorf("beyond it: %d", got)
	}
	if got := try("bob"); got != http.StatusUnauthorized {
		t.Errorf("another name: %d", got)
	}
	w.skew.Store(int64(signInRates.nameEvery))
	if got := try("ann"); got != http.StatusUnauthorized {
		t.Errorf("later: %d", got)
	}
}

func TestAttemptsStayBounded(t *testing.T) {
	a := newAttempts(signInRates)
	now := time.Now()
	for i := range 3 * maxAttemptKeys {
		a.allow(strings.Repeat("x", i%50)+string(rune('a'+i%26)), "[2001:db8::1]:1", now.Add(time.Duration(i)*time.Second))
	}
	if len(a.keys) > maxAttemptKeys+2 {
		t.Errorf("%d keys", len(a.keys))
	}
	if got := network("[2001:db8:1:2:3::4]:443"); got != "2001:db8:1:2::/64" {
		t.Errorf("IPv6: %s", got)
	}
	if got := network("192.0.2.7:1"); got != "192.0.2.7" {
		t.Errorf("IPv4: %s", got)
	}
}

func TestForeignPosts(t *testing.T) {
	w := newWorld(t)
	ann := w.person("ann", RoleAgent)
	id := w.caseOf("maria_p")
	r := ann.request(http.MethodPost, "/cases/"+id+"/approve", ann.answer(id))
	r.Header.Set("Origin", "https://evil.example")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if got := ann.do(r); got.status != http.StatusForbidden {
		t.Errorf("a post from another site: %d", got.status)
	}
	if n := len(w.file(id).Sends); n != 0 {
		t.Errorf("%d sends", n)
	}
}

func TestHeaders(t *testing.T) {
	w := newWorld(t, func(o *Options) {
		old := o.Config
		o.Config = func() *config.Config { c := *old(); c.Desk.PublicURL = "https://desk.example"; return &c }
	})
	link := strings.TrimPrefix(w.link("ann", RoleAgent), w.url)
	p := w.stranger()
	p.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	got := p.get(link)
	for _, want := range []string{"__Host-graces=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/"} {
		if !strings.Contains(got.header.Get("Set-Cookie"), want) {
			t.Errorf("cookie %q lacks %s", got.header.Get("Set-Cookie"), want)
		}
	}
	for name, want := range map[string]string{
		"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		"Cache-Control": "no-store", "Strict-Transport-Security": "max-age",
	} {
		if !strings.Contains(got.header.Get(name), want) {
			t.Errorf("%s is %q", name, got.header.Get(name))
		}
	}
	style := p.get("/static/" + w.desk.assets.version + "/desk.css")
	if style.status != http.StatusOK || !strings.Contains(style.header.Get("Cache-Control"), "immutable") {
		t.Errorf("style: %d %v", style.status, style.header)
	}
	if got := p.get("/static/old/desk.css"); got.status != http.StatusNotFound {
		t.Errorf("an older style: %d", got.status)
	}
}

func TestLocalPath(t *testing.T) {
	for next, want := range map[string]string{
		"/cases/a?in=sent": "/cases/a?in=sent", "": "/", "//evil.example": "/", "/\\evil.example": "/",
		"https://evil.example": "/", "cases": "/", "/a\r\nX: y": "/", "/\t/evil.example": "/",
	} {
		if got := localPath(next); got != want {
			t.Errorf("localPath(%q) = %q, want %q", next, got, want)
		}
	}
}

func TestPasswords(t *testing.T) {
	if _, err := HashPassword("short"); err == nil {
		t.Error("a short password was taken")
	}
	hash, err := HashPassword("correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("hash %s", hash)
	}
	p := newPasswords()
	for _, tt := range []struct {
		hash, pw string
		want     bool
	}{
		{hash, "correct horse battery", true}, {hash, "correct horse batterz", false}, {"", "anything at all", false},
		{"", "", false}, {"$argon2id$v=19$m=99999999,t=2,p=1$AAAA$AAAA", "x", false}, {"plain", "plain", false},
	} {
		if got := p.match(tt.hash, tt.pw); got != tt.want {
			t.Errorf("match(%q, %q) = %v", tt.hash, tt.pw, got)
		}
	}
}

func TestPeople(t *testing.T) {
	w := newWorld(t)
	root := w.person("root", RoleAdmin)
	got := root.post("/users", url.Values{"name": {"Bea"}, "role": {RoleManager}, "initials": {"be"}})
	_, rest, ok := strings.Cut(got.body, `value="`+w.url+"/sign-in?token=")
	if !ok {
		t.Fatalf("no link: %s", got.body)
	}
	token, _, _ := strings.Cut(rest, `"`)
	bea := w.stranger()
	if got := bea.get("/sign-in?token=" + token); got.path != "/" {
		t.Fatalf("bea lands at %s", got.path)
	}
	saved := bea.post("/account", url.Values{"initials": {"bb"}, "new": {"a long enough one"}})
	if saved.status != http.StatusOK || saved.query.Get("saved") == "" {
		t.Fatalf("account: %d %s", saved.status, saved.body)
	}
	elsewhere := w.stranger()
	if got := elsewhere.post("/sign-in", url.Values{"name": {"bea"}, "password": {"a long enough one"}}); got.path != "/" {
		t.Errorf("new password: %s", got.path)
	}
	if got := elsewhere.post("/account", url.Values{"initials": {"bb"}, "new": {"another long one"}, "old": {"wrong one here"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("changed without the present password: %d", got.status)
	}
	elsewhere.post("/account", url.Values{"initials": {"bb"}, "new": {"another long one"}, "old": {"a long enough one"}})
	if got := bea.get("/"); got.path != "/sign-in" {
		t.Errorf("a new password leaves the other session: %s", got.path)
	}
	for what, form := range map[string]url.Values{
		"last admin demoted": {"role": {RoleAgent}}, "last admin disabled": {"role": {RoleAdmin}, "disabled": {"1"}}, "unknown role": {"role": {"king"}},
	} {
		if got := root.post("/users/root", form); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", what, got.status)
		}
	}
	for what, form := range map[string]url.Values{
		"taken": {"name": {"bea"}, "role": {RoleAgent}}, "bad name": {"name": {"a b"}, "role": {RoleAgent}}, "bad role": {"name": {"cy"}, "role": {""}},
	} {
		if got := root.post("/users", form); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", what, got.status)
		}
	}
	if got := root.post("/users/bea", url.Values{"role": {RoleAgent}, "disabled": {"1"}}); got.status != http.StatusOK {
		t.Errorf("disable: %d", got.status)
	}
	if got := root.post("/users/bea/link", nil); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a link for a disabled account: %d", got.status)
	}
	out := root.post("/sign-out", nil)
	if out.path != "/sign-in" || root.get("/").path != "/sign-in" {
		t.Errorf("after signing out: %s", out.path)
	}
}
