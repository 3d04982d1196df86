package config

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/configuration.md anew")

func TestMarkdownIsWritten(t *testing.T) {
	const path = "../docs/configuration.md"
	if *update {
		if err := os.WriteFile(path, []byte(Markdown()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != Markdown() {
		t.Errorf("%s is out of date (%v): go test ./config -run TestMarkdown -update", path, err)
	}
}

func TestExampleIsTheDefaults(t *testing.T) {
	t.Chdir(t.TempDir())
	defaults, err := Load(Options{})
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := Load(Options{File: write(t, Example())})
	if err != nil {
		t.Fatal(err)
	}
	cfg.File = ""
	if !reflect.DeepEqual(cfg, defaults) {
		t.Errorf("got %+v\nwant %+v", cfg, defaults)
	}
}

// What the example comments out must work once it is commented in.
func TestExampleCommentedIn(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("model.bin", []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("templates", 0o700); err != nil {
		t.Fatal(err)
	}
	key := regexp.MustCompile(`(?m)^( *)# ((?:- |  )?[a-z_]+:( .*)?)$`)
	text := key.ReplaceAllString(Example(), "$1$2")
	cfg, err := Load(Options{File: write(t, text)})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if cfg.Brand.Name != "Larkspur" || len(cfg.Responder.Routes) != 1 || len(cfg.Connectors) != 1 || cfg.Queue.URL == "" {
		t.Errorf("got %+v", cfg)
	}
}

// Every field of Config is in the table and has its section explained.
func TestTableCoversConfig(t *testing.T) {
	var missing []string
	var visit func(typ reflect.Type, at string)
	visit = func(typ reflect.Type, at string) {
		for f := range typ.Fields() {
			name := f.Tag.Get("mapstructure")
			key, ft := join(at, name), f.Type
			switch {
			case name == "-":
			case ft.Kind() == reflect.Struct:
				visit(ft, key)
			case ft.Kind() == reflect.Slice && ft.Elem().Kind() == reflect.Struct:
				visit(ft.Elem(), key+"[]")
			case ft.Kind() == reflect.Map && len(known.children[key]) > 0: // its keys are in the table
			case known.fields[key].help == "" || known.fields[key].allowed == "":
				missing = append(missing, key)
			}
		}
	}
	visit(reflect.TypeFor[Config](), "")
	if len(missing) > 0 {
		t.Errorf("not in the table: %v", missing)
	}
	for _, f := range table {
		parent, _ := split(f.key)
		if parent != "" && sections[strings.TrimSuffix(parent, "[]")] == "" {
			t.Errorf("section %s has no explanation", parent)
		}
	}
}

func TestDumpMasksSecrets(t *testing.T) {
	cfg := &Config{
		Store:     Store{URL: "postgres://graces:hunter2@db.example:5432/graces?sslpassword=hunter2"},
		Queue:     Queue{URL: "redis://:hunter2@q.example/1"},
		Desk:      Desk{PublicURL: "https://u:hunter2@desk.example/"},
		Responder: Responder{Routes: []Route{{Kind: "form", Text: "https://f.example/?api_key=hunter2"}}},
		Connectors: []Connector{{Name: "a", Type: "t", Settings: map[string]any{
			"token": "hunter2", "path": "x", "to": "wss://u:hunter2@h.example/s", "n": 3, "list": []any{"a", "https://u:hunter2@h.example"}}}},
		Log: Log{Level: "info"},
	}
	var out bytes.Buffer
	if err := Dump(&out, cfg, isToken); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "hunter2") {
		t.Errorf("a secret shows:\n%s", out.String())
	}
	for _, want := range []string{"db.example:5432/graces", "q.example/1", "path: x", `"n": 3`, "level: info", "undo_for: 0s", "name: a"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing:\n%s", want, out.String())
		}
	}
	if cfg.Connectors[0].Settings["token"] != "hunter2" {
		t.Error("Dump changed the configuration")
	}
}

// What Dump writes of a configuration without secrets reads back the same.
func TestDumpReadsBack(t *testing.T) {
	text := strings.Replace(whole, "store:\n  url: postgres://graces:pw@db.example/graces\n", "", 1)
	cfg, err := Load(Options{File: write(t, text)})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Dump(&out, cfg, isToken); err != nil {
		t.Fatal(err)
	}
	again, err := Load(Options{File: write(t, out.String())})
	if err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	again.File, again.Connectors[1].Settings = cfg.File, nil
	if !reflect.DeepEqual(again, cfg) {
		t.Errorf("got %+v\nwant %+v", again, cfg)
	}
}
