package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"goodgraces/config"
	"goodgraces/connectors"
	"goodgraces/internal/browser"
)

var forumSpec = connectors.Spec{
	Type: "forum", Title: "A forum", Help: "Reads a forum.", Can: connectors.Capabilities{Read: true},
	Settings: []connectors.Setting{
		{Key: "token", Kind: connectors.KindString, Required: true, Secret: true, Help: "The key <b>."},
		{Key: "words", Kind: connectors.KindStrings, Help: "What to watch for."},
		{Key: "since", Kind: connectors.KindInt, Help: "The first post."},
		{Key: "way", Kind: connectors.KindString, Default: "poll", OneOf: []string{"poll", "stream"}, Help: "How it is read."},
		{Key: "every", Kind: connectors.KindDuration, Default: 10 * time.Minute, Help: "How often."},
		{Key: "links", Kind: connectors.KindBool, Default: false, Help: "Allow links."},
		{Key: "base_url", Kind: connectors.KindURL, Default: "https://forum.example", Help: "Its address."},
		{Key: "chat", Kind: connectors.KindString, Address: true, Default: "did:web:chat.example", Help: "Its chat service."},
	},
}

// shelf keeps connectors as the daemon does, in memory.
type shelf struct {
	mu    sync.Mutex
	cfg   *config.Config
	tried []config.Connector
	saved int
}

func (s *shelf) config() *config.Config {
	s.mu.Lock()
	defer s.mu.Unlock()
	cfg := *s.cfg
	cfg.Connectors = append([]config.Connector(nil), s.cfg.Connectors...)
	return &cfg
}

func (s *shelf) Check(c config.Connector) (out []config.Problem) {
	_, err := forumSpec.Decode(c.Settings)
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			if bad, ok := errors.AsType[*connectors.SettingError](e); ok {
				out = append(out, config.Problem{Key: "settings." + bad.Key, Message: bad.Problem})
			}
		}
	}
	if c.Name == "broken" {
		out = append(out, config.Problem{File: "graces.yaml", Line: 3, Key: "desk.addr", Message: "must be HOST:PORT"})
	}
	return out
}

func (s *shelf) Try(_ context.Context, c config.Connector) []connectors.Finding {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tried = append(s.tried, c)
	return []connectors.Finding{connectors.Found("sign in", "as <kestrel>"), connectors.Lacking("private messages", "tick the box")}
}

func (s *shelf) Save(c config.Connector) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.File, s.saved = "connectors/"+c.Name+".yaml", s.saved+1
	s.remove(c.Name)
	s.cfg.Connectors = append(s.cfg.Connectors, c)
	return nil
}

func (s *shelf) Remove(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.remove(name)
	return nil
}

func (s *shelf) remove(name string) {
	var rest []config.Connector
	for _, c := range s.cfg.Connectors {
		if c.Name != name {
			rest = append(rest, c)
		}
	}
	s.cfg.Connectors = rest
}

func (s *shelf) YAML(c config.Connector) string {
	return config.ConnectorYAML(c, func(_, key string) bool { return key == "token" })
}

func (s *shelf) named(name string) (config.Connector, bool) {
	for _, c := range s.config().Connectors {
		if c.Name == name {
			return c, true
		}
	}
	return config.Connector{}, false
}

// settingUp is a desk in which connectors can be set up; one stands in the
// configuration file.
func settingUp(t *testing.T) (*world, *shelf) {
	t.Helper()
	s := &shelf{}
	w := newWorld(t, func(o *Options) {
		cfg := *o.Config()
		cfg.Data, cfg.File = "data", "graces.yaml"
		cfg.Connectors = []config.Connector{{Name: "old", Type: "forum", Settings: map[string]any{"token": "x-very-secret"}}}
		s.cfg = &cfg
		o.Config, o.Connectors = s.config, s
		kind := connectors.Type{Spec: forumSpec, Setup: "### Setting it up\n1. Make a *token*.\n\n```yaml\nconnectors:\n```\n"}
		o.ConnectorTypes = func() []connectors.Type { return []connectors.Type{kind} }
		o.ConnectorType = func(name string) (connectors.Type, bool) { return kind, name == "forum" }
		o.Check = func(context.Context, string) []connectors.Finding { return nil }
	})
	return w, s
}

const typedSecret = "typed-very-secret"

func typedForum(change url.Values) url.Values {
	v := url.Values{"do": {"save"}, "name": {"town"}, "set.token": {typedSecret}, "set.words": {"kettle\r\n  tea pot \r\n"}, "set.since": {"7"},
		"set.way": {"poll"}, "set.every": {"5m"}, "set.links": {"1"}, "set.base_url": {"https://forum.example"}, "daily_requests": {"500"}}
	maps.Copy(v, change)
	return v
}

func TestSetUpAConnector(t *testing.T) {
	w, s := settingUp(t)
	p := w.person("ann", RoleAdmin)
	has(t, p.get("/status"), "/new-connector")
	has(t, p.get("/new-connector"), "A forum", "/new-connector/forum", "reads posts")
	page := p.get("/new-connector/forum")
	has(t, page, `type="password"`, "The key &lt;b&gt;.", `placeholder="10m"`, `placeholder="https://forum.example"`, "<em>token</em>", "data/connectors", `value="forum"`)
	if strings.Contains(page.body, "language-yaml") {
		t.Error("the steps end in an example for the configuration file")
	}

	page = p.post("/new-connector/forum", typedForum(nil))
	has(t, page, "town is added and in force", "Change the settings", "Remove town")
	c, _ := s.named("town")
	want := `connectors:
  - name: town
    type: forum
    daily_requests: 500
    settings:
      every: 5m
      links: true
      since: 7
      token_file: town.token
      words:
        - kettle
        - tea pot
`
	if got := s.YAML(c); got != want {
		t.Errorf("saved:\n%s", got)
	}
	trail, err := w.store.Audit(t.Context(), "town", 0, 10)
	if err != nil || len(trail) != 1 || trail[0].Actor != "ann" || trail[0].Action != "connector-add" || !strings.Contains(trail[0].Detail, "every: 5m") || !strings.Contains(trail[0].Detail, "token changed") {
		t.Errorf("audit trail %+v, %v", trail, err)
	}
	edit := p.get("/connectors/town/edit")
	has(t, edit, "kettle\ntea pot", `value="5m"`, "kept as it is", "remove it")
	for _, shown := range []string{page.body, edit.body, trail[0].Detail} {
		if strings.Contains(shown, typedSecret) {
			t.Error("a secret is shown")
		}
	}
}

func TestChangeAConnector(t *testing.T) {
	w, s := settingUp(t)
	p := w.person("ann", RoleAdmin)
	p.post("/new-connector/forum", typedForum(nil))
	c, _ := s.named("town")
	seen := stampOf(forumSpec, c)
	change := typedForum(url.Values{"set.token": {""}, "set.words": {"urn"}, "set.links": nil, "seen": {seen}, "disabled": {"1"}, "name": {"other"}})
	has(t, p.post("/connectors/town/edit", change), "town is changed and in force", "It is disabled")
	c, _ = s.named("town")
	if c.Settings["token"] != typedSecret || fmt.Sprint(c.Settings["words"]) != "[urn]" || c.Settings["links"] != nil || !c.Disabled {
		t.Errorf("changed to %+v", c)
	}
	if got := p.post("/connectors/town/edit", change); got.status != http.StatusConflict {
		t.Errorf("what somebody else changed meanwhile is overwritten: %d", got.status)
	}
	change.Set("seen", stampOf(forumSpec, c))
	change.Set("drop.token", "1")
	has(t, p.post("/connectors/town/edit", change), "This is required.")
	has(t, p.post("/connectors/town/remove", nil), "town is removed")
	if _, there := s.named("town"); there {
		t.Error("it is still there")
	}
	for _, path := range []string{"/connectors/old/edit", "/connectors/town/edit", "/new-connector/nothing"} {
		if got := p.get(path); got.status != http.StatusNotFound {
			t.Errorf("%s: %d", path, got.status)
		}
	}
	has(t, p.get("/connectors/old"), "graces.yaml", "changed there")
	if got := p.post("/connectors/old/remove", nil); got.status != http.StatusNotFound {
		t.Errorf("what stands in the configuration file is removed: %d", got.status)
	}
}

// What few need stands below "More settings", though it has no default; help that
// stands at a field is not repeated below it.
func TestTheFormBeginsWithWhatMostNeed(t *testing.T) {
	spec := connectors.Spec{Settings: []connectors.Setting{
		{Key: "base_url", Kind: connectors.KindURL, Required: true, Help: "Its address."},
		{Key: "stream", Kind: connectors.KindURL, Rare: true},
		connectors.TokenExpires(),
		{Key: "poll", Kind: connectors.KindDuration, Default: time.Minute},
	}}
	first, more := settingFields(spec, config.Connector{}, config.Connector{}, nil)
	if len(first) != 1 || first[0].Key != "base_url" || len(more) != 3 {
		t.Errorf("first %+v, more %+v", first, more)
	}
	s := setting{t: connectors.Type{Spec: spec}, problems: []config.Problem{{Key: "settings.base_url", Message: "must be an address: Its address."}}}
	if placed, _ := placedSettings(s); placed["settings.base_url"] != "Must be an address." {
		t.Errorf("placed %v", placed)
	}
}

func TestWhatIsWrongStandsAtItsField(t *testing.T) {
	w, s := settingUp(t)
	p := w.person("ann", RoleAdmin)
	for name, tt := range map[string]struct {
		change url.Values
		want   []string
	}{
		"missing":     {url.Values{"set.token": {""}}, []string{"This is required."}},
		"no duration": {url.Values{"set.every": {"soon"}, "set.since": {"one"}}, []string{"Must be a duration such as 30s or 5m.", "Must be a whole number.", `value="soon"`, `value="one"`, "tea pot"}},
		"no number":   {url.Values{"daily_requests": {"many"}}, []string{"Must be a whole number; empty is no limit of ours."}},
		"taken":       {url.Values{"name": {"old"}}, []string{"Is the name of another connector; give this one its own."}},
		"elsewhere":   {url.Values{"name": {"broken"}}, []string{"graces.yaml:3: desk.addr"}},
	} {
		got := p.post("/new-connector/forum", typedForum(tt.change))
		if got.status != http.StatusUnprocessableEntity || strings.Contains(got.body, typedSecret) {
			t.Errorf("%s: %d", name, got.status)
		}
		has(t, got, tt.want...)
	}
	if s.saved != 0 {
		t.Errorf("%d were saved", s.saved)
	}
	r := p.request(http.MethodPost, "/new-connector/forum", typedForum(url.Values{"do": {"check"}, "set.every": {"soon"}}))
	r.Header.Set("Accept", "application/json")
	var said struct {
		Problems, Parts map[string]string
	}
	if err := json.Unmarshal([]byte(p.do(r).body), &said); err != nil || said.Problems["set.every"] == "" || !strings.Contains(said.Parts["yaml"], "token_file: town.token") {
		t.Errorf("said %+v, %v", said, err)
	}
}

func TestTryAConnector(t *testing.T) {
	w, s := settingUp(t)
	p := w.person("ann", RoleAdmin)
	has(t, p.post("/new-connector/forum", typedForum(url.Values{"do": {"try"}})), "It works, and lacks something.", "as &lt;kestrel&gt;", "tick the box", "no setting was saved", "tea pot")
	if len(s.tried) != 1 || s.tried[0].Settings["token"] != typedSecret || s.saved != 0 {
		t.Errorf("tried %+v, saved %d", s.tried, s.saved)
	}
	p.post("/new-connector/forum", typedForum(url.Values{"do": {"try"}, "set.token": {""}}))
	if len(s.tried) != 1 {
		t.Error("what is incomplete is tried")
	}
}

// What the environment sets is left to it.
func TestTheEnvironmentsSettingsAreNotSaved(t *testing.T) {
	w, s := settingUp(t)
	s.cfg.Connectors = append(s.cfg.Connectors, config.Connector{Name: "town", Type: "forum", File: "connectors/town.yaml",
		Settings: map[string]any{"token": "of the environment"}, Env: map[string]string{"token": "GRACES_CONNECTORS_TOWN_TOKEN"}})
	p := w.person("ann", RoleAdmin)
	has(t, p.get("/connectors/town/edit"), "Set by the environment variable GRACES_CONNECTORS_TOWN_TOKEN")
	c, _ := s.named("town")
	r := p.request(http.MethodPost, "/", typedForum(url.Values{"seen": {stampOf(forumSpec, c)}}))
	typed, _ := typedConnector(r, forumSpec, c)
	if _, saved := typed.Settings["token"]; saved {
		t.Errorf("saved: %+v", typed.Settings)
	}
	if tried := inForce(c, typed); tried.Settings["token"] != "of the environment" || typed.Settings["token"] != nil {
		t.Errorf("tried with %+v, saved as %+v", tried.Settings, typed.Settings)
	}
}

// TestSetUpInABrowser fills the form in, is told what is wrong as it is typed,
// tries it, and saves it, with the secret typed once.
func TestSetUpInABrowser(t *testing.T) {
	b := browser.Open(t)
	w, s := settingUp(t)
	b.Do(browser.Look(1440, 900, "light"), chromedp.Navigate(w.link("ann", RoleAdmin)), browser.Until(scripted),
		chromedp.Navigate(w.url+"/new-connector"), browser.Until(scripted), browser.Shoot("connector-cards-light"), browser.Click(`.cards a`), browser.Until(`document.getElementById('connector')`), browser.Until(scripted),
		chromedp.SendKeys(chromedp.CSS("#f-token"), typedSecret), chromedp.SendKeys(chromedp.CSS("#f-words"), "kettle"),
		browser.Click(".con-more > summary"), chromedp.SendKeys(chromedp.CSS("#f-every"), "0.1"), chromedp.Focus(chromedp.CSS("#f-words")),
		browser.Until(`document.querySelector('[data-field="set.every"] .problem')?.textContent.includes('duration')`), browser.Shoot("connector-wrong-light"),
		chromedp.SendKeys(chromedp.CSS("#f-every"), "h"), browser.Until(`!document.querySelector('.problem:not(:empty)')`),
		browser.Click(`button[value="try"]`), browser.Until(`document.getElementById('tried').textContent.includes('as <kestrel>')`), browser.Shoot("connector-tried-light"),
		browser.Click(`button[value="save"]`), browser.Until(`document.querySelector('.notice.good')?.textContent.includes('forum is added')`))
	if c, _ := s.named("forum"); c.Settings["token"] != typedSecret || c.Settings["every"] != "0.1h" {
		t.Errorf("saved %+v", c)
	}
	b.Do(browser.Look(390, 844, "dark"), chromedp.Navigate(w.url+"/connectors/forum/edit"), browser.Until(scripted), browser.Until(`document.documentElement.scrollWidth <= 390`), browser.Shoot("connector-edit-phone-dark"))
	b.NoProblems()
}
