package templates_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/responder/templates"
)

func TestShipped(t *testing.T) {
	set, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range templates.ShippedSources() {
		if _, err := templates.Parse(s.File, []byte(s.Body)); err != nil {
			t.Error(err)
		}
	}
	for _, language := range []string{"en", "es", "de"} {
		for _, action := range care.Actions {
			for severity := care.NoReproach; severity <= care.Blame; severity++ {
				in := templates.Situation{Language: language, Action: action, Severity: severity, Topic: "outage"}
				if got := set.Choose(in); (got != nil) != action.Drafts() {
					t.Errorf("%v: template %v", in, got)
				}
			}
		}
	}
	if set.Choose(templates.Situation{Language: "fi", Action: care.ActReply}) != nil {
		t.Error("a Finnish post gets a template")
	}
}

// taxonomy is the default one of the classifier.
var taxonomy = []string{
	"delay", "lost or damaged", "billing and refunds", "outage", "quality", "staff conduct",
	"waiting and contact", "account access", "app or website", "cancellation", "availability",
}

func TestShippedCoverTheTaxonomy(t *testing.T) {
	set, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en", "es", "de"} {
		for _, topic := range taxonomy {
			for severity := care.NoReproach; severity <= care.Blame; severity++ {
				p := set.Choose(templates.Situation{Language: language, Action: care.ActReply, Topic: topic, Severity: severity})
				if len(p.Parts.Paraphrase.Topics[topic]) < 4 || p.Parts.Private.Needs[topic] == "" {
					t.Errorf("%s does not cover %q", p.Name, topic)
				}
			}
		}
	}
}

func TestChoose(t *testing.T) {
	set, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		topic    string
		severity care.Severity
		want     string
	}{
		{"delay", care.Accusation, "warm-en"},
		{"app_or-website", care.Accusation, "plain-en"},
		{"App or Website", care.Accusation, "plain-en"},
		{"delay", care.Blame, "formal-en"},
	}
	for _, tt := range tests {
		got := set.Choose(templates.Situation{Language: "en", Action: care.ActReply, Topic: tt.topic, Severity: tt.severity})
		if got.Name != tt.want {
			t.Errorf("%s, %s: %s, want %s", tt.topic, tt.severity, got.Name, tt.want)
		}
	}
}

func TestBrokenTemplates(t *testing.T) {
	good, err := os.ReadFile("warm-en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, from, to string
		want           []string
	}{
		{"unknown key", "tone: warm", "tonne: warm", []string{"t.yaml:3: tonne: "}},
		{"no name", "name: warm-en", "name: ''", []string{"t.yaml:1", "name", "must be set"}},
		{"unknown slot", "- \"I'm so sorry that {issue}.", "- \"I'm so sorry that {isue}.", []string{"t.yaml:", "parts.paraphrase.issue.0", "{isue}"}},
		{"slot of another part", "Thanks for telling us.", "Thanks for {route}.", []string{"parts.feeling.calm.0", "{route}"}},
		{"slot missing", "To get it moving, please {route}.", "To get it moving.", []string{"parts.route.otherwise.1", "must hold {route}"}},
		{"loose brace", "I'd be frustrated too.", "I'd be {frustrated too.", []string{"brace"}},
		{"avoided word", "Thanks for flagging this.", "It's unfortunately so.", []string{"parts.feeling.calm.2", "unfortunately"}},
		{"broken rule", "Thanks for flagging this.", "Calm down, please.", []string{"parts.feeling.calm.2", "trigger_phrase"}},
		{"bad action", "[reply, answer, fold]", "[reply, legal]", []string{"t.yaml:7", "applies.actions.1", "legal"}},
		{"wrong type", "priority: 10", "priority: high", []string{"t.yaml:5: "}},
		{"empty variant", `- "Speak soon."`, `- ""`, []string{"parts.private.closing.2", "is empty"}},
		{"bad hours", "applies:", "applies:\n  hours: all day", []string{"t.yaml:7", "applies.hours", "Mon-Fri"}},
		{"bad zone", "applies:", "applies:\n  zone: Mars/Base", []string{"Europe/Berlin"}},
		{"empty brand", "applies:", "applies:\n  brands: ['']", []string{"applies.brands.0"}},
		{"empty word", "  avoid: [", "  avoid: ['', ", []string{"words.avoid.0", "is empty"}},
		{"word to avoid", "  avoid: [", "  avoid: [thanks, ", []string{"parts.feeling.calm.0", "thanks"}},
		{"order without a problem", "  - together, commitment\n", "  - feeling, commitment\n", []string{"order.0", "paraphrase or together"}},
		{"order without commitment", "  - together, commitment\n", "  - together, feeling\n", []string{"order.0", "must have commitment"}},
		{"unknown part in order", "  - together, commitment\n", "  - together, commitment, joke\n", []string{"t.yaml:12: order.0", "joke"}},
		{"part twice in order", "  - together, commitment\n", "  - together, commitment, together\n", []string{"order.0", "twice"}},
		{"unknown kind", "      spoiled:", "      sad:", []string{"parts.ownership_of.kinds.sad", "late, lost"}},
		{"unknown praise", "  answer:\n", "  thanks:\n    of: {traffic: [a, b, c, d]}\n  answer:\n", []string{"parts.thanks.of.traffic", "staff"}},
		{"no wait", "; the wait is {wait} right now", "", []string{"parts.route.otherwise_wait.0", "must hold {wait}"}},
		{"two documents", "name: warm-en", "name: a\n---\nname: warm-en", []string{"t.yaml"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(string(good), tt.from, tt.to, 1)
			if text == string(good) {
				t.Fatalf("%q is not in the template", tt.from)
			}
			_, err := templates.Parse("t.yaml", []byte(text))
			if err == nil {
				t.Fatal("accepted")
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q lacks %q", err, want)
				}
			}
		})
	}
}

// A template is chosen for its brands and within its hours alone.
func TestChooseByBrandAndHours(t *testing.T) {
	folder := t.TempDir()
	for name, fragment := range map[string]string{
		"every": "name: every", "brand": "{name: brand, priority: 20, applies: {brands: [Acme Parcels]}}",
		"night": "{name: night, priority: 30, applies: {hours: 'Mon-Fri 22:00-06:00', zone: Europe/Berlin}}",
	} {
		text := over(t, "warm-en.yaml", fragment)
		if err := os.WriteFile(filepath.Join(folder, name+".yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := templates.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	noon := time.Date(2026, time.March, 4, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		brand string
		now   time.Time
		want  string
	}{{"Acme", noon, "every"}, {"acme parcels", noon, "brand"}, {"Acme", noon.Add(10 * time.Hour), "night"}, {"", noon.Add(8 * time.Hour), "every"}} {
		got := set.Choose(templates.Situation{Language: "en", Action: care.ActReply, Brand: tt.brand, Now: tt.now})
		if got.Name != tt.want {
			t.Errorf("%q at %s: %s, want %s", tt.brand, tt.now, got.Name, tt.want)
		}
	}
}

func TestTopicsAreOfTheTaxonomy(t *testing.T) {
	set, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	if err := set.CheckTopics(taxonomy); err != nil {
		t.Errorf("the default taxonomy: %v", err)
	}
	err = set.CheckTopics(slices.DeleteFunc(slices.Clone(taxonomy), func(topic string) bool { return topic == "outage" }))
	for _, want := range []string{
		`shipped/outage-en.yaml:8: applies.topics.0: "outage" is no topic of classifier.topics; there are delay, lost or damaged`,
		"parts.paraphrase.topics.outage", "parts.private.needs.outage",
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("not said: %s in %v", want, err)
		}
	}
}

func TestLoadFolder(t *testing.T) {
	folder := t.TempDir()
	if _, err := templates.Load(folder); err == nil || !strings.Contains(err.Error(), "no *.yaml") {
		t.Errorf("empty folder: %v", err)
	}
	good, err := os.ReadFile("warm-en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.yaml", "b.yaml"} {
		if err := os.WriteFile(filepath.Join(folder, name), good, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := templates.Load(folder); err == nil || !strings.Contains(err.Error(), `b.yaml:1: name: "warm-en" is the name of`) {
		t.Errorf("two of one name: %v", err)
	}
	if err := os.Remove(filepath.Join(folder, "b.yaml")); err != nil {
		t.Fatal(err)
	}
	set, err := templates.Load(folder)
	if err != nil || len(set.Names()) != 1 {
		t.Errorf("one template: %v, %v", set, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("name: x\nparts: {feeling: {calm: [a, {b: c}]}}"))
	f.Fuzz(func(t *testing.T, data []byte) { templates.Parse("t.yaml", data) })
}

func TestShippedCloseInManyWays(t *testing.T) {
	set, err := templates.Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en", "es", "de"} {
		for severity := care.NoReproach; severity <= care.Blame; severity++ {
			for _, platform := range []string{"x", "bluesky"} {
				in := templates.Situation{Language: language, Action: care.ActFold, Severity: severity, Platform: platform, Stance: care.StanceClose}
				p := set.Choose(in)
				if c := p.Parts.Close; len(c.Opening) < 6 || len(c.Ending) < 6 {
					t.Errorf("%s: a closing line has %d openings and %d endings", p.Name, len(c.Opening), len(c.Ending))
				}
			}
		}
	}
}
