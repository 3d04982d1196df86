package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/config"
)

// The configurations in docs/judging.md are good ones, and the policy it shows
// is the one that is built in.
func TestJudgingDoc(t *testing.T) {
	doc, err := os.ReadFile("../../docs/judging.md")
	must(t, err)
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllSubmatch(doc, -1)
	if len(blocks) != 2 {
		t.Fatalf("%d blocks of yaml, want the policy and a taxonomy", len(blocks))
	}
	policy, taxonomy := loadBlock(t, blocks[0][1]), loadBlock(t, blocks[1][1])
	if want := inForce(config.Classifier{}).Policy; len(policy.Classifier.Policy) != len(want) {
		t.Errorf("%d rules in the page, %d are built in", len(policy.Classifier.Policy), len(want))
	} else {
		for i, r := range policy.Classifier.Policy {
			if r.Name != want[i].Name || r.Action != want[i].Action || len(r.When)+len(want[i].When) > 0 && !reflect.DeepEqual(r.When, want[i].When) {
				t.Errorf("rule %d: %+v, built in is %+v", i, r, want[i])
			}
		}
	}
	c, err := loadClassifier(taxonomy)
	must(t, err)
	for post, want := range map[string]string{
		"@acme sat on the tarmac for three hours":     "delayed flight",
		"@acme still no suitcase, three days later":   "lost luggage",
		"@acme still wearing the same shirt, thanks":  "lost luggage",
		"@acme the flight attendants were unfriendly": "crew", "@acme you should be ashamed": "other",
	} {
		if v := c.Judge(&care.Mention{Text: post}); v.Topic != want {
			t.Errorf("%q: %v, want %s", post, v.Topics, want)
		}
	}
}

func loadBlock(t *testing.T, yaml []byte) *config.Config {
	t.Helper()
	file := filepath.Join(t.TempDir(), "graces.yaml")
	must(t, os.WriteFile(file, yaml, 0o600))
	cfg, err := config.Load(config.Options{File: file, CheckConnector: checkConnector, CheckClassifier: checkClassifier, CheckResponder: checkResponder, IsSecret: isSecret, SettingHelp: settingHelp})
	must(t, err)
	return cfg
}

// What is built in and printed can be copied into a file.
func TestBuiltInIsValid(t *testing.T) {
	if problems := checkClassifier(inForce(config.Classifier{Complaint: 0.5, Praise: 0.5, Question: 0.5})); len(problems) > 0 {
		t.Error(problems)
	}
}

// A team's own templates name topics of the taxonomy; the ones that ship are
// for the one that ships.
func TestTemplatesNameTopics(t *testing.T) {
	tone, err := os.ReadFile("../../responder/templates/plain-en.yaml")
	must(t, err)
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "plain.yaml"), tone, 0o600))
	for _, tt := range []struct {
		name    string
		cfg     config.Config
		refused bool
	}{
		{"theirs, and the taxonomy that ships", config.Config{Responder: config.Responder{Templates: folder}}, false},
		{"theirs, and another taxonomy", config.Config{Responder: config.Responder{Templates: folder}, Classifier: config.Classifier{Topics: []config.Topic{{Name: "bags"}}}}, true},
		{"ours, and another taxonomy", config.Config{Classifier: config.Classifier{Topics: []config.Topic{{Name: "bags"}}}}, false},
	} {
		_, err := loadResponder(&tt.cfg)
		if (err != nil) != tt.refused || tt.refused && !strings.Contains(err.Error(), `plain.yaml:8: applies.topics.0: "app or website" is no topic of classifier.topics; there are bags`) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// A changed taxonomy and policy are in force once the daemon has adopted them;
// wrong ones change nothing.
func TestReloadedPolicy(t *testing.T) {
	d := &daemon{log: slog.New(slog.DiscardHandler), judge: &judge{log: slog.New(slog.DiscardHandler)}, tones: newTones(slog.New(slog.DiscardHandler))}
	post := care.Mention{Text: "@acme what time do you open on Sunday?"}
	for _, tt := range []struct{ yaml, topic, rule string }{
		{"{}", "availability", "question"},
		{`classifier: {topics: [{name: hours, keywords: [what time]}], policy: [{rule: danger, when: [safety], action: safety}, {rule: law, when: [legal], action: legal}, {rule: hours, when: [topic hours], action: ignore}, {rule: rest, action: answer}]}`, "hours", "hours"},
		{`classifier: {topics: [{name: gates, keywords: [open]}]}`, "gates", "question"},
	} {
		d.reloaded(loadBlock(t, []byte(tt.yaml)), nil)
		wrong := &config.Config{Classifier: config.Classifier{Topics: []config.Topic{{Name: "a"}, {Name: "a"}}}}
		d.reloaded(wrong, nil)
		if v := d.judge.Load().Judge(&post); v.Topic != tt.topic || v.Rule != tt.rule {
			t.Errorf("%s: %s by %q, want %s by %q", tt.yaml, v.Topic, v.Rule, tt.topic, tt.rule)
		}
	}
}
