package templates_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/responder/templates"
	"goodgraces/responder/trial"
)

// tone is the shipped template of a name, its text changed.
func tone(t *testing.T, name string, replace ...string) string {
	t.Helper()
	for _, s := range templates.ShippedSources() {
		if s.File == "shipped/"+name+".yaml" {
			return strings.NewReplacer(replace...).Replace(s.Body)
		}
	}
	t.Fatalf("no template %s ships", name)
	return ""
}

func desk(name, body string) templates.Source {
	return templates.Source{Origin: templates.Desk, Name: name, Version: 3, File: name + " v3", Body: body}
}

func folder(body string) templates.Source {
	return templates.Source{Origin: templates.Folder, File: "tones/a.yaml", Body: body}
}

func build(t *testing.T, more ...templates.Source) *templates.Set {
	t.Helper()
	set, err := templates.Build(append(templates.ShippedSources(), more...))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestLayers(t *testing.T) {
	name := "plain-en"
	ours := tone(t, name, "description: ", "description: Ours. ")
	for _, tt := range []struct {
		what    string
		more    []templates.Source
		origin  templates.Origin
		version string
	}{
		{"nothing else", nil, templates.Shipped, templates.Hash(tone(t, name))},
		{"the folder's", []templates.Source{folder(ours)}, templates.Folder, templates.Hash(ours)},
		{"the desk's over the folder's", []templates.Source{desk(name, ours), folder(ours)}, templates.Desk, "v3"},
		{"switched off", []templates.Source{desk(name, ""), folder(ours)}, "", ""},
	} {
		set := build(t, tt.more...)
		got := set.Find(name)
		if got == nil {
			if tt.origin != "" {
				t.Errorf("%s: not in force", tt.what)
			}
			continue
		}
		if got.Origin != tt.origin || got.Version != tt.version || !strings.HasPrefix(got.Body, "name:") && !strings.HasPrefix(got.Body, "#") {
			t.Errorf("%s: %s %s", tt.what, got.Origin, got.Version)
		}
	}
}

func TestBrokenSources(t *testing.T) {
	for _, tt := range []struct {
		what string
		more []templates.Source
		want string
	}{
		{"unknown field", []templates.Source{folder(tone(t, "plain-en", "priority:", "priorty:"))}, "tones/a.yaml:"},
		{"unknown field, named", []templates.Source{folder(tone(t, "plain-en", "priority:", "priorty:"))}, "priorty: is no field"},
		{"renamed in the desk", []templates.Source{desk("other", tone(t, "plain-en"))}, `other v3:1: name: is "plain-en", but the desk keeps it as "other"`},
		{"twice in a folder", []templates.Source{folder(tone(t, "plain-en")), {Origin: templates.Folder, File: "tones/b.yaml", Body: tone(t, "plain-en")}},
			`tones/b.yaml:1: name: "plain-en" is the name of tones/a.yaml too`},
		{"hidden, but broken", []templates.Source{folder("name: x"), desk("x", "")}, "tones/a.yaml:1: language: must be set"},
	} {
		_, err := templates.Build(append(templates.ShippedSources(), tt.more...))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.what, err, tt.want)
		}
	}
}

func TestProblems(t *testing.T) {
	_, err := templates.Parse("a.yaml", []byte(tone(t, "plain-en", "priority:", "priorty:", "tone:", "tnoe:")))
	got := templates.Problems(err)
	if len(got) != 2 || got[0].Field != "tnoe" && got[0].Field != "priorty" || got[0].Line < 2 || got[0].File != "a.yaml" {
		t.Errorf("got %+v", got)
	}
	_, err = templates.Parse("a.yaml", []byte("name: [\n"))
	if got := templates.Problems(err); len(got) != 1 || got[0].Line == 0 {
		t.Errorf("got %+v", got)
	}
	_, err = templates.FolderSources(filepath.Join(t.TempDir(), "none"))
	if got := templates.Problems(err); len(got) != 1 || got[0].Message == "" {
		t.Errorf("got %+v", got)
	}
	if got := templates.Problems(nil); got != nil {
		t.Errorf("got %+v", got)
	}
}

func TestTrialsShareCases(t *testing.T) {
	b := desk("plain-en", tone(t, "plain-en", "description: ", "description: B. "))
	set, err := templates.Build(templates.ShippedSources(), templates.Trial{ID: 4, Share: 30, B: b})
	if err != nil {
		t.Fatal(err)
	}
	in := templates.Situation{Language: "en", Action: care.ActReply}
	for _, t := range set.All() { // the situation in which plain-en is taken
		if t.Name == "plain-en" && len(t.Applies.Topics) > 0 {
			in.Topic = t.Applies.Topics[0]
		}
		if t.Name == "plain-en" {
			in.Severity = t.Applies.Severity.Min
			if len(t.Applies.Platforms) > 0 {
				in.Platform = t.Applies.Platforms[0]
			}
			break
		}
	}
	if got := set.Choose(in); got == nil || got.Name != "plain-en" || got.Origin != templates.Shipped {
		t.Fatalf("chosen: %+v", got)
	}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		got, in := set.For(in, id)
		if in != 4 || (got.Version == "v3") != trial.GetsB(4, id, 30) {
			t.Errorf("case %s: version %s in trial %d", id, got.Version, in)
		}
	}
	for what, body := range map[string]string{
		"priority": tone(t, "plain-en", "priority: ", "priority: 9"),
		"language": tone(t, "plain-en", "language: en", "language: de"),
	} {
		_, err := templates.Build(templates.ShippedSources(), templates.Trial{ID: 4, Share: 30, B: desk("plain-en", body)})
		if err == nil || !strings.Contains(err.Error(), "differ in "+what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestFolderSources(t *testing.T) {
	dir := t.TempDir()
	if _, err := templates.FolderSources(dir); err == nil {
		t.Error("an empty folder was taken")
	}
	body := tone(t, "plain-en") + "# a word of ours\n"
	if err := os.WriteFile(filepath.Join(dir, "x.yaml"), []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := templates.FolderSources(dir)
	if err != nil || len(got) != 1 || got[0].Body != body {
		t.Errorf("%v, %v", got, err)
	}
}

func BenchmarkBuild(b *testing.B) {
	sources := templates.ShippedSources()
	for b.Loop() {
		if _, err := templates.Build(sources); err != nil {
			b.Fatal(err)
		}
	}
}
