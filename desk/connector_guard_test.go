package desk

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodgraces/config"
	"goodgraces/connectors"
)

// What is kept goes to no address but the one it was typed for, neither by Try
// nor by Save.
func TestAKeptSecretGoesToItsAddressOnly(t *testing.T) {
	w, s := settingUp(t)
	p := w.person("ann", RoleAdmin)
	p.post("/new-connector/forum", typedForum(nil))
	c, _ := s.named("town")
	for name, tt := range map[string]struct {
		change url.Values
		goes   bool
	}{
		"kept":           {url.Values{"set.token": {""}, "set.words": {"urn"}}, true},
		"the same":       {url.Values{"set.token": {""}, "set.base_url": {"https://forum.example/"}}, true},
		"another":        {url.Values{"set.token": {""}, "set.base_url": {"https://thief.example"}}, false},
		"one of a list":  {url.Values{"set.token": {""}, "set.words": {"kettle\nhttps://thief.example"}}, false},
		"by its DID":     {url.Values{"set.token": {""}, "set.chat": {"did:web:thief.example"}}, false},
		"typed anew":     {url.Values{"set.token": {typedSecret}, "set.base_url": {"https://other.example"}}, true},
		"nothing to try": {url.Values{"set.token": {""}, "drop.token": {"1"}, "set.base_url": {"https://thief.example"}}, false},
	} {
		for _, do := range []string{"try", "save"} {
			tried, saved := len(s.tried), s.saved
			v := typedForum(tt.change)
			v.Set("do", do)
			v.Set("seen", stampOf(forumSpec, c))
			got := p.post("/connectors/town/edit", v)
			if went := len(s.tried) > tried || s.saved > saved; went != tt.goes {
				t.Errorf("%s, %s: went on %v, %d", name, do, went, got.status)
			}
			if !tt.goes && v.Get("drop.token") == "" {
				has(t, got, "Must be typed anew: an address is another one")
			}
			_ = s.Save(c) // the next one begins with it as it was
		}
	}
}

// A try leaves its mark, with what matters and no values.
func TestATryIsInTheAuditTrail(t *testing.T) {
	w, _ := settingUp(t)
	p := w.person("ann", RoleAdmin)
	for _, address := range []string{"https://forum.example", "https://other.example"} {
		p.post("/new-connector/forum", typedForum(url.Values{"do": {"try"}, "set.base_url": {address}}))
	}
	trail, err := w.store.Audit(t.Context(), "town", 0, 10)
	if err != nil || len(trail) != 2 {
		t.Fatalf("%+v, %v", trail, err)
	}
	all := fmt.Sprintf("%+v", trail)
	for _, want := range []string{"connector-try", `"type":"forum"`, `"addresses":"changed"`, `"addresses":"not changed"`} {
		if !strings.Contains(all, want) || trail[0].Actor != "ann" {
			t.Errorf("want %s in %s", want, all)
		}
	}
	if strings.Contains(all, "other.example") || strings.Contains(all, typedSecret) {
		t.Errorf("it tells values: %s", all)
	}
}

// A secret of the environment would go there as well.
func TestTheEnvironmentsSecretGoesToItsAddressOnly(t *testing.T) {
	before := config.Connector{Name: "town", Settings: map[string]any{"token": "t"}, Env: map[string]string{"token": "GRACES_CONNECTORS_TOWN_TOKEN"}}
	r, _ := http.NewRequest(http.MethodPost, "/", strings.NewReader("set.base_url=https://thief.example"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	now, _ := typedConnector(r, forumSpec, before)
	got := keptElsewhere(r, forumSpec, before, now)
	if len(got) != 1 || got[0].Key != "settings.token" || !strings.Contains(got[0].Message, "GRACES_CONNECTORS_TOWN_TOKEN") {
		t.Errorf("%+v", got)
	}
}

// A secret stays in the file that holds it until another one is typed.
func TestASecretsFileIsKept(t *testing.T) {
	before := config.Connector{Name: "town", Settings: map[string]any{"token": "t"}, Files: map[string]string{"token": "/run/secrets/town"}}
	for typed, want := range map[string]string{"": "/run/secrets/town", "t2": ""} {
		r, _ := http.NewRequest(http.MethodPost, "/", strings.NewReader("set.token="+typed))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if now, _ := typedConnector(r, forumSpec, before); now.Files["token"] != want {
			t.Errorf("typed %q: %q", typed, now.Files["token"])
		}
	}
}

// The form opens no file of the machine but those of posts in the data folder.
func TestPathsLieInTheDataFolder(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	for _, folder := range []string{"data/connectors", "data/posts", "out"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "out"), filepath.Join(data, "link")); err != nil {
		t.Fatal(err)
	}
	cfg := &config.Config{Data: data}
	spec := connectors.Spec{Settings: []connectors.Setting{{Key: "path", Kind: connectors.KindPath}}}
	t.Chdir(dir)
	for path, fine := range map[string]bool{
		"data/posts": true, "data/posts.jsonl": true, filepath.Join(data, "new/posts.csv"): true,
		"/etc/passwd": false, "posts.jsonl": false, "out": false, "data/../out": false, "data/link": false, "data/link/a.csv": false,
		"data/graces.db": false, "data/connectors": false, "data/connectors/a.csv": false, "database/a.csv": false,
	} {
		now := config.Connector{Settings: map[string]any{"path": path}}
		got := strayPaths(cfg, spec, config.Connector{}, now)
		if (len(got) == 0) != fine {
			t.Errorf("%s: %+v", path, got)
		}
		if got := strayPaths(cfg, spec, now, now); len(got) > 0 {
			t.Errorf("%s, which was there: %+v", path, got)
		}
	}
}
