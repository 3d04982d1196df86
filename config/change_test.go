package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// connectorWatch is a watcher over a configuration with one connector in it.
func connectorWatch(t *testing.T) (*Watcher, string, chan *Config) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "graces.yaml")
	put(t, file, "data: "+dir+"\nconnectors:\n  - {name: first, type: forum, settings: {token: a, words: [x]}}\n")
	changes := make(chan *Config, 10)
	w, err := Watch(Options{File: file, IsSecret: func(_, key string) bool { return key == "token" }, CheckConnector: func(c Connector, _ Brand) []Problem {
		if c.Settings["token"] == nil {
			return []Problem{{Key: "token", Message: "is required"}}
		}
		return nil
	}}, func(cfg *Config, _ error) { changes <- cfg })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w, filepath.Join(dir, "connectors"), changes
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func town(token string) Connector {
	return Connector{Name: "town", Type: "forum", Requests: 5, Settings: map[string]any{"token": token, "words": []any{"kettle: #1", "- tea"}, "links": true}}
}

// A saved connector is in force at once and after a restart, its secret in a
// file of its own.
func TestSaveConnector(t *testing.T) {
	w, dir, changes := connectorWatch(t)
	const secret = `it's "quoted" # and: long`
	if err := w.SaveConnector(town(secret)); err != nil {
		t.Fatal(err)
	}
	<-changes
	again, err := Load(w.options)
	if err != nil {
		t.Fatal(err)
	}
	for name, cfg := range map[string]*Config{"in force": w.Current(), "after a restart": again} {
		if len(cfg.Connectors) != 2 {
			t.Fatalf("%s: %+v", name, cfg.Connectors)
		}
		c := cfg.Connectors[1]
		words, _ := c.Settings["words"].([]any)
		if c.Name != "town" || c.Requests != 5 || c.Settings["token"] != secret || len(words) != 2 || words[0] != "kettle: #1" || c.Settings["links"] != true || c.File != filepath.Join(dir, "town.yaml") {
			t.Errorf("%s: %+v", name, c)
		}
	}
	for _, name := range []string{"town.yaml", "town.token"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	text, _ := os.ReadFile(filepath.Join(dir, "town.yaml"))
	if strings.Contains(string(text), "quoted") {
		t.Errorf("the secret stands in the file:\n%s", text)
	}
	// Nothing is left over, and a secret that is gone from the settings is gone.
	if err := w.RemoveConnector("town"); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if len(w.Current().Connectors) != 1 {
		t.Errorf("still in force: %+v", w.Current().Connectors)
	}
}

// What is wrong is told by its key, and nothing is written.
func TestAConnectorThatCannotWorkIsNotSaved(t *testing.T) {
	w, dir, _ := connectorWatch(t)
	bad := town("t")
	delete(bad.Settings, "token")
	similar := town("t")
	similar.Name = "first"
	for name, tt := range map[string]struct {
		c   Connector
		key string
	}{
		"a setting": {bad, "settings.token"}, "a name": {Connector{Name: "../x", Type: "forum"}, "name"}, "no name": {Connector{Type: "forum"}, "name"},
		"a budget": {Connector{Name: "town", Type: "forum", Requests: -1, Settings: map[string]any{"token": "t"}}, "daily_requests"},
	} {
		problems, ok := errors.AsType[*Problems](w.SaveConnector(tt.c))
		if !ok || problems.List[0].Key != tt.key || problems.List[0].File != "" {
			t.Errorf("%s: %+v", name, problems)
		}
	}
	if err := w.SaveConnector(similar); !errors.Is(err, ErrNotOurs) {
		t.Errorf("one of the configuration file is overwritten: %v", err)
	}
	if err := w.RemoveConnector("first"); !errors.Is(err, ErrNotOurs) {
		t.Errorf("one of the configuration file is removed: %v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("something was written")
	}
	put(t, w.path, "data: "+filepath.Dir(dir)+"\nwork: {batch: 0}\n")
	problems, ok := errors.AsType[*Problems](w.SaveConnector(town("t")))
	if !ok || problems.List[0].File != w.path {
		t.Errorf("in a configuration that is refused: %v", problems)
	}
}

// The folder is followed when somebody else writes into it; what does not
// belong there is refused with its place.
func TestTheFolderIsFollowed(t *testing.T) {
	w, dir, changes := connectorWatch(t)
	if err := w.SaveConnector(town("t")); err != nil {
		t.Fatal(err)
	}
	<-changes
	put(t, filepath.Join(dir, "village.yaml"), "connectors:\n  - name: village\n    type: forum\n    settings:\n      token_file: village.token\n")
	put(t, filepath.Join(dir, "village.token"), "secret\n")
	var cfg *Config
	for cfg == nil || len(cfg.Connectors) != 3 {
		select {
		case cfg = <-changes:
		case <-time.After(time.Minute):
			t.Fatal("nobody looked")
		}
	}
	if c := cfg.Connectors[2]; c.Name != "village" || c.Settings["token"] != "secret" {
		t.Errorf("%+v", c)
	}
	put(t, filepath.Join(dir, "village.yaml"), "desk: {addr: \"0.0.0.0:1\"}\nconnectors:\n  - {name: town, type: forum, settings: {token: a}}\n  - {name: more, type: forum, settings: {}}\n")
	_, err := Load(w.options)
	for _, want := range []string{"village.yaml:1: desk: this belongs in the configuration file", `"town", which there is already`, "connectors[1].settings.token: is required"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q in %v", want, err)
		}
	}
}

// A secret that somebody keeps elsewhere stays there; one that is typed gets a
// file of ours, and the other is left alone.
func TestAHandWrittenSecretFileStays(t *testing.T) {
	w, dir, changes := connectorWatch(t)
	if err := w.SaveConnector(town("t")); err != nil {
		t.Fatal(err)
	}
	<-changes
	elsewhere := filepath.Join(t.TempDir(), "secret")
	put(t, elsewhere, "by hand\n")
	put(t, filepath.Join(dir, "town.yaml"), "connectors:\n  - name: town\n    type: forum\n    settings:\n      token_file: "+elsewhere+"\n")
	for byHand := false; !byHand; { // a file that is not whole yet is refused
		cfg := <-changes
		byHand = cfg != nil && len(cfg.Connectors) > 1 && cfg.Connectors[1].Settings["token"] == "by hand"
	}
	c := w.Current().Connectors[1]
	c.Requests = 7
	if err := w.SaveConnector(c); err != nil {
		t.Fatal(err)
	}
	text, _ := os.ReadFile(filepath.Join(dir, "town.yaml"))
	copied, _ := os.ReadFile(filepath.Join(dir, "town.token"))
	if !strings.Contains(string(text), "token_file: "+elsewhere) || strings.Contains(string(copied), "by hand") || w.Current().Connectors[1].Requests != 7 {
		t.Errorf("saved, copy %q:\n%s", copied, text)
	}
	c.Files, c.Settings = nil, map[string]any{"token": "typed"}
	if err := w.SaveConnector(c); err != nil {
		t.Fatal(err)
	}
	text, _ = os.ReadFile(filepath.Join(dir, "town.yaml"))
	kept, _ := os.ReadFile(elsewhere)
	if !strings.Contains(string(text), "token_file: town.token") || string(kept) != "by hand\n" || w.Current().Connectors[1].Settings["token"] != "typed" {
		t.Errorf("typed anew, the other file %q:\n%s", kept, text)
	}
}

// What is looked at has no sign-in; what is written down has.
func TestConnectorYAMLMasksAddresses(t *testing.T) {
	c := Connector{Name: "a", Type: "feeds", Settings: map[string]any{"urls": []any{"https://me:hush@host.example/feed", "https://host.example/feed?key=hush", "https://host.example/feed/hooks/hush"}}}
	none := func(string, string) bool { return false }
	if got := ConnectorYAML(c, none); strings.Contains(got, "hush") || !strings.Contains(got, "host.example/feed") {
		t.Errorf("looked at:\n%s", got)
	}
	if got := connectorYAML(c, func(string) bool { return false }); strings.Count(got, "hush") != 3 {
		t.Errorf("written down:\n%s", got)
	}
}
