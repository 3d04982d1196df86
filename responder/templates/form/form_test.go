package form

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"goodgraces/responder/templates"
)

const small = `# The everyday voice.
name: warm  # shown in the desk
priority: 10
applies:
  actions: [reply, thank]   # no questions
  severity: {min: 1, max: 2}

parts:
    # How they feel.
    feeling:
        calm:
        - "Thanks for telling us."
        # Ann's favourite
        - 'Thank you.'  # short
        - Thanks.

        # Not too strong.
        upset:
        - "That sounds {brand} hard."
    private:
      needs:
        lost or damaged: "your order number"
`

func TestWrite(t *testing.T) {
	for name, c := range map[string]struct {
		change Change
		old    string
		new    string
	}{
		"text":         {Change{"name", Text, []string{"warm: en"}}, "name: warm  # shown", "name: 'warm: en' # shown"},
		"number":       {Change{"priority", Number, []string{"7"}}, "priority: 10", "priority: 7"},
		"switched on":  {Change{"parts.thanks.moments", Switch, []string{"true"}}, "\"your order number\"\n", "\"your order number\"\n    thanks:\n      moments: true\n"},
		"in a flow":    {Change{"applies.severity.min", Number, []string{"2"}}, "{min: 1, max: 2}", "{min: 2, max: 2}"},
		"flow list":    {Change{"applies.actions", Lines, []string{"thank"}}, "[reply, thank]   # no", "[thank] # no"},
		"new text":     {Change{"tone", Text, []string{"warm"}}, "\"your order number\"\n", "\"your order number\"\ntone: warm\n"},
		"new in a map": {Change{"parts.private.needs.delay", Text, []string{"the date"}}, "\"your order number\"\n", "\"your order number\"\n        delay: the date\n"},
		"new list":     {Change{"applies.topics", Lines, []string{"delay"}}, "max: 2}\n", "max: 2}\n  topics:\n    - \"delay\"\n"},
		"new mapping":  {Change{"parts.route.delivered", Lines, []string{"Sent."}}, "\"your order number\"\n", "\"your order number\"\n    route:\n      delivered:\n        - \"Sent.\"\n"},
		"gone":         {Change{"priority", Number, nil}, "priority: 10\n", ""},
		"mapping gone": {Change{"parts.private.needs.lost or damaged", Text, []string{" "}}, "    private:\n      needs:\n        lost or damaged: \"your order number\"\n", ""},
		"reworded": {Change{"parts.feeling.calm", Lines, []string{"Thanks for telling us.", "Thank  you!", "Thanks."}},
			"        - \"Thanks for telling us.\"\n        # Ann's favourite\n        - 'Thank you.'  # short\n        - Thanks.\n",
			"          - \"Thanks for telling us.\"\n          # Ann's favourite\n          - 'Thank you!' # short\n          - Thanks.\n"},
		"moved and added": {Change{"parts.feeling.calm", Lines, []string{"Thank you.", "Thanks for telling us.", "", "Thanks.", "Say \"more\"\nto us"}},
			"        - \"Thanks for telling us.\"\n        # Ann's favourite\n        - 'Thank you.'  # short\n        - Thanks.\n",
			"          # Ann's favourite\n          - 'Thank you.' # short\n          - \"Thanks for telling us.\"\n          - Thanks.\n          - \"Say \\\"more\\\" to us\"\n"},
	} {
		got, err := Write(small, []Change{c.change})
		if want := strings.Replace(small, c.old, c.new, 1); err != nil || got != want {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
}

func TestWriteOddShapes(t *testing.T) {
	for name, text := range map[string]string{
		"empty":     "",
		"comment":   "# nothing yet\n",
		"flow":      "{name: a, parts: {ownership: [b, c]}}\n",
		"no end":    "parts:\n  ownership: [b]",
		"null":      "parts:\n  ownership:\n",
		"literal":   "parts:\n  ownership:\n    - |\n      one\n      two\n    - three\nname: x\n",
		"crlf":      "name: x\r\nparts:\r\n  ownership:\r\n  - b\r\n",
		"alias":     "parts:\n  commitment: &a [b]\n  ownership: *a\n",
		"twice":     "name: x\nname: y\n",
		"documents": "---\nname: x\n...\n",
	} {
		want := []string{"I'm on it: now.", "- {brand}", "# no comment"}
		got, err := Write(text, []Change{{"parts.ownership", Lines, want}})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		d, err := Read(got)
		if err != nil || !slices.Equal(d.Values("parts.ownership"), want) {
			t.Errorf("%s: %v in\n%s", name, err, got)
		}
	}
	for _, text := range []string{"- a\n", "just words", "a: b: c", "a: [", "\x00"} {
		if _, err := Write(text, []Change{{"name", Text, []string{"x"}}}); err == nil {
			t.Errorf("%q was written", text)
		}
	}
}

// TestPlaces holds the form to the schema: what a template can hold, the form
// can show, and nothing else.
func TestPlaces(t *testing.T) {
	paths := map[string]bool{}
	for _, p := range Places() {
		if paths[p.Path] {
			t.Errorf("%s stands twice", p.Path)
		}
		paths[p.Path] = true
	}
	for _, want := range []string{"name", "applies.severity.max", "parts.feeling.calm", "parts.paraphrase.topics", "parts.private.needs"} {
		if !paths[want] {
			t.Errorf("no place %s", want)
		}
	}
	for _, body := range shipped(t) {
		d, err := Read(body)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range leaves(d, "", d.Keys("")) {
			if !paths[c] {
				t.Errorf("%s has no place", c)
			}
		}
	}
}

// leaves lists the places of a text, those by key as their path.
func leaves(d *Doc, path string, keys []string) (all []string) {
	for _, key := range keys {
		at := key
		if path != "" {
			at = path + "." + key
		}
		if slices.ContainsFunc(Places(), func(p Place) bool { return p.Path == at }) {
			all = append(all, at)
		} else {
			all = append(all, leaves(d, at, d.Keys(at))...)
		}
	}
	return all
}

func shipped(t interface{ Fatal(...any) }) []string {
	files, err := filepath.Glob("../*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no shipped templates", err)
	}
	var all []string
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(body))
	}
	return all
}

// TestAnyEdit plays edits on the shipped templates: each reads back as meant,
// and not a line outside the touched entry changes.
func TestAnyEdit(t *testing.T) {
	bodies := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		body := rapid.SampledFrom(bodies).Draw(t, "template")
		place := rapid.SampledFrom(Places()).Draw(t, "place")
		c := Change{Path: place.Path, Kind: place.Kind, Values: rapid.SliceOfN(rapid.String(), 0, 4).Draw(t, "values")}
		if place.Keyed {
			c.Path += "." + rapid.SampledFrom([]string{"delay", "lost or damaged", "other", "new one"}).Draw(t, "key")
		}
		switch c.Kind {
		case Number:
			c.Values = []string{"3"}
		case Switch:
			c.Values = rapid.SampledFrom([][]string{nil, {"true"}}).Draw(t, "ticked")
		case Text:
			c.Values = c.Values[:min(len(c.Values), 1)]
		}
		got, err := Write(body, []Change{c})
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(got)
		if err != nil {
			t.Fatal(err)
		}
		if have, want := d.Values(c.Path), tidy(c.Values); !slices.Equal(have, want) {
			t.Fatalf("%q, want %q", have, want)
		}
		again, err := Write(got, []Change{c})
		if err != nil || again != got {
			t.Fatalf("a second time changed it: %v", err)
		}
		if name, _, _ := strings.Cut(c.Path, "."); name != "parts" && !strings.Contains(got, body[strings.Index(body, "\nparts:"):]) {
			t.Fatalf("the parts changed with %s", c.Path)
		}
	})
}

func TestPathAt(t *testing.T) {
	d, err := Read(small)
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[int]string{1: "", 2: "name", 5: "applies.actions", 6: "applies.severity.max", 12: "parts.feeling.calm.0", 14: "parts.feeling.calm.1", 22: "parts.private.needs.lost or damaged"} {
		if got := d.PathAt(line); got != want {
			t.Errorf("line %d is %q, want %q", line, got, want)
		}
	}
}

func TestShippedStayAsTheyAre(t *testing.T) {
	for _, body := range shipped(t) {
		d, err := Read(body)
		if err != nil {
			t.Fatal(err)
		}
		var all []Change
		for _, p := range Places() {
			keys := []string{p.Path}
			if p.Keyed {
				keys = nil
				for _, k := range d.Keys(p.Path) {
					keys = append(keys, p.Path+"."+k)
				}
			}
			for _, path := range keys {
				all = append(all, Change{path, p.Kind, d.Values(path)})
			}
		}
		got, err := Write(body, all)
		if err != nil || got != body {
			t.Errorf("changed: %v", err)
		}
		if _, err := templates.Parse("x.yaml", []byte(got)); err != nil {
			t.Error(err)
		}
	}
}
