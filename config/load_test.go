package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// write puts a file into a folder of the test's own and returns its path.
func write(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "graces.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func problems(t testing.TB, err error) []Problem {
	t.Helper()
	var all *Problems
	if !errors.As(err, &all) {
		t.Fatalf("want *Problems, got %v", err)
	}
	return all.List
}

func TestNoFileGivesTheDefaults(t *testing.T) {
	t.Chdir(t.TempDir())
	cfg, err := Load(Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Data:       "./graces-data",
		Work:       Work{Batch: 500, Lease: 30 * time.Second, Attempts: 5},
		Classifier: Classifier{Complaint: 0.5, Praise: 0.5, Question: 0.5, Languages: []string{"en"}, LearnAt: "03:30", Topics: []Topic{}, Policy: []Rule{}},
		Authors: Authors{CloseAt: 0.55, SilenceAt: 0.45, Signals: map[string]float64{
			"taunts-without-issue": 0.14, "intrudes": 0.14, "after-answers": 0.12, "names-nothing-when-asked": 0.1,
			"moves-goal-posts": 0.1, "repeats": 0.1, "calls-a-crowd": 0.1, "no-business": 0.12, "returns-after-solved": 0.12,
			"courts-the-team": 0.17, "comes-back-needing-nothing": 0.06, "used-the-attention": 0.15,
			"real-issue": -0.2, "real-need": -0.1, "friendly": -0.08},
			Budget: Budget{PerThread: 1, Closing: 1, PerAuthor: 3, Window: 24 * time.Hour}, Retention: 180 * 24 * time.Hour},
		Responder: Responder{Shipped: true, Routes: []Route{}, Checks: []Check{}, WaitFor: 2 * time.Hour, FollowUp: 48 * time.Hour, FormFor: 14 * 24 * time.Hour, FormKeep: 90 * 24 * time.Hour,
			LLM: LLM{Timeout: 5 * time.Second, PerDay: 500}},
		Sender: Sender{UndoFor: 5 * time.Second, Timeout: 15 * time.Second, SettleAfter: 30 * time.Second,
			SettleTries: 10, Attempts: 8, Lease: time.Minute, ResponseDue: time.Hour},
		Incidents:  Incidents{Window: time.Hour, Accounts: 6, Similar: 0.8},
		Desk:       Desk{Addr: "127.0.0.1:8080", Session: 12 * time.Hour, ScoresFor: "manager", RoutesFor: "manager"},
		Connectors: []Connector{},
		Log:        Log{Level: "info", Format: "text"},
	}
	if !reflect.DeepEqual(cfg, want) {
		t.Errorf("got %+v\nwant %+v", cfg, want)
	}
}

const whole = `
data: /var/lib/graces
brand:
  name: Larkspur
  handles: [larkspur, help@larkspur.example]
store:
  url: postgres://graces:pw@db.example/graces
work: {workers: 4, lease: 1m}
classifier:
  complaint: 0.6
responder:
  routes:
    - {kind: phone, text: call us on 0808 157 0123, hours: "Mon-Fri 08:00-18:00", zone: Europe/London}
connectors:
  - name: folder
    type: replay
    settings:
      path: posts.jsonl
      tags: [a, b]
  - {name: sky, type: bluesky, disabled: true}
log: {format: json}
`

func TestFileIsRead(t *testing.T) {
	path := write(t, whole)
	cfg, err := Load(Options{File: path})
	if err != nil {
		t.Fatal(err)
	}
	if cfg.File != path || cfg.Data != "/var/lib/graces" || cfg.Work.Workers != 4 || cfg.Work.Lease != time.Minute || cfg.Classifier.Complaint != 0.6 || cfg.Log.Format != "json" {
		t.Errorf("got %+v", cfg)
	}
	route := Route{Kind: "phone", Text: "call us on 0808 157 0123", Hours: "Mon-Fri 08:00-18:00", Zone: "Europe/London"}
	if !reflect.DeepEqual(cfg.Responder.Routes, []Route{route}) {
		t.Errorf("routes: %+v", cfg.Responder.Routes)
	}
	want := []Connector{
		{Name: "folder", Type: "replay", Settings: map[string]any{"path": "posts.jsonl", "tags": []any{"a", "b"}}},
		{Name: "sky", Type: "bluesky", Disabled: true},
	}
	if !reflect.DeepEqual(cfg.Connectors, want) {
		t.Errorf("connectors: %+v", cfg.Connectors)
	}
}

func TestFlagsWinOverEnvironmentOverFile(t *testing.T) {
	t.Chdir(t.TempDir())
	path := write(t, "work: {batch: 10, attempts: 2}\nbrand: {handles: [a]}\ndesk: {addr: 'localhost:1'}")
	cfg, err := Load(Options{
		Env:   []string{"GRACES_CONFIG=" + path, "GRACES_WORK_BATCH=20", "GRACES_DESK_ADDR=:2", "GRACES_BRAND_HANDLES=b, c", "GRACES_LOG_LEVEL=", "GRACES_TEST_ALL=1", "HOME=/"},
		Flags: map[string]any{"desk.addr": "[::1]:3", "sender.lease": 2 * time.Minute},
	})
	if err != nil {
		t.Fatal(err)
	}
	if cfg.Work.Attempts != 2 || cfg.Work.Batch != 20 || cfg.Desk.Addr != "[::1]:3" || cfg.Sender.Lease != 2*time.Minute || cfg.Log.Level != "info" || !slices.Equal(cfg.Brand.Handles, []string{"b", "c"}) {
		t.Errorf("got %+v", cfg)
	}
}

func TestEveryProblemAtOnceWithItsLine(t *testing.T) {
	path := write(t, `stor:
  url: x
work:
  batch: 0
  lease: 30
  atempts: 5
addr: localhost:80
brand:
  handles: ['@larkspur']
  name: [a]
classifier: {complaint: 1.5, languages: [english]}
responder:
  routes:
    - kind: pigeon
      text: coo
      hours: always
      zone: Mars/Base
queue: redis
store:
  url: mysql://h/d
sender:
  timeout: 2m
  lease: 1m
connectors:
  - name: Sky
    type: bluesky
  - type: replay
    name: b
    colour: red
  -
  - {name: b, type: x}
  - {name: x-y, type: x}
  - {name: x_y, type: x}
log:
  level: loud
  format: 2024
`)
	_, err := Load(Options{File: path, Env: []string{"GRACES_WORK_BACH=3", "GRACES_SENDER_ATTEMPTS=no", "GRACES_CONNECTORS_NONE_TOKEN=x"}})
	want := []struct {
		line     int
		key, has string
	}{
		{0, "", "GRACES_CONNECTORS_NONE_TOKEN sets nothing; write GRACES_CONNECTORS_NAME_SETTING"},
		{0, "", "did you mean GRACES_WORK_BATCH?"},
		{0, "sender.attempts", "from GRACES_SENDER_ATTEMPTS: is \"no\", must be a whole number from 1 to 100"},
		{1, "stor", "did you mean store? Allowed here: data, brand"},
		{4, "work.batch", `is "0", must be a whole number from 1 to 10000`},
		{5, "work.lease", "must be a duration from 1s to 1h; give its unit: 30s"},
		{6, "work.atempts", "did you mean attempts?"},
		{7, "addr", "did you mean desk.addr?"},
		{9, "brand.handles", "without the leading @"},
		{10, "brand.name", "must be text"},
		{11, "classifier.complaint", "above 0 and up to 1"},
		{11, "classifier.languages", "language codes"},
		{14, "responder.routes[0].kind", "thread, form, phone"},
		{16, "responder.routes[0].hours", "Mon-Fri 08:00-18:00"},
		{17, "responder.routes[0].zone", "Europe/London"},
		{18, "queue", "must be a section with the keys url"},
		{20, "store.url", "must be empty (SQLite in data) or postgres://"},
		{23, "sender.lease", "sender.lease (1m) must be longer than sender.timeout (2m)"},
		{25, "connectors[0].name", "lower-case"},
		{29, "connectors[1].colour", "unknown key"},
		{30, "connectors[2]", "is empty"},
		{31, "connectors[3].name", `"b" is too like connectors[1].name "b"`},
		{33, "connectors[5].name", `too like connectors[4].name "x-y"`},
		{35, "log.level", "one of debug, info, warn, error"},
		{36, "log.format", "text or json; put it in quotes"},
	}
	got := problems(t, err)
	for i, w := range want {
		if i >= len(got) {
			t.Fatalf("missing: %+v", w)
		}
		g := got[i]
		if g.Line != w.line || g.Key != w.key || !strings.Contains(g.Message, w.has) || (g.Line > 0) != (g.File == path) {
			t.Errorf("problem %d:\n got %v\nwant %+v", i, g, w)
		}
	}
	for _, extra := range got[min(len(got), len(want)):] {
		t.Errorf("not expected: %v", extra)
	}
	if !strings.Contains(err.Error(), "25 problems:\n  ") || !strings.Contains(err.Error(), path+":4: work.batch: ") {
		t.Errorf("shown as: %v", err)
	}
}

func TestClassifierIsChecked(t *testing.T) {
	path := write(t, `classifier:
  topics:
    - name: luggage
      keywords: [bag, on hold]
    - name: ""
      keywords: [no, 7]
    - names: x
  policy:
    - rule: a
      when: [direct, not bystander]
      action: reply
    - {rule: b, action: shout}
`)
	var given Classifier
	_, err := Load(Options{File: path, CheckClassifier: func(c Classifier) []Problem {
		given = c
		return []Problem{{Key: "policy[1].action", Message: "is no action"}, {Key: "policy[1].when", Message: "must be there"}, {Key: "topics[0].examples", Message: "are missing"}}
	}})
	want := []struct {
		line int
		key  string
	}{{3, "classifier.topics[0].examples"}, {5, "classifier.topics[1].name"}, {6, "classifier.topics[1].keywords"}, {7, "classifier.topics[2].name"}, {7, "classifier.topics[2].names"},
		{12, "classifier.policy[1].action"}, {12, "classifier.policy[1].when"}}
	got := problems(t, err)
	for i, p := range got {
		if i >= len(want) || p.Line != want[i].line || p.Key != want[i].key {
			t.Errorf("problem %d: %v", i, p)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d problems, want %d", len(got), len(want))
	}
	if r := (Rule{"a", []string{"direct", "not bystander"}, "reply"}); len(given.Policy) != 2 || !reflect.DeepEqual(given.Policy[0], r) {
		t.Errorf("policy: %+v", given.Policy)
	}
	if len(given.Topics) != 3 || !slices.Equal(given.Topics[0].Keywords, []string{"bag", "on hold"}) {
		t.Errorf("topics: %+v", given.Topics)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	unread := write(t, "data: x")
	if err := os.Chmod(unread, 0); err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		file, has string
		line      int
	}{
		"missing":   {filepath.Join(dir, "none"), "no such file", 0},
		"folder":    {dir, "this is a folder", 0},
		"device":    {"/dev/null", "not a regular file", 0},
		"empty":     {write(t, ""), "is empty; write one with graces config init", 0},
		"blank":     {write(t, " \n\n"), "is empty", 0},
		"huge":      {write(t, "# "+strings.Repeat("x", maxFile)), "larger than", 0},
		"tabs":      {write(t, "work:\n\tbatch: 1\n"), "begins with a tab", 2},
		"latin 1":   {write(t, "brand:\n  name: caf\xe9\n"), "not valid UTF-8", 2},
		"broken":    {write(t, "data: x\nwork: [\n"), "not valid YAML", 2},
		"NUL":       {write(t, "brand: {name: \"a\x00\"}"), "not valid YAML", 0},
		"twice":     {write(t, "work:\n  batch: 1\n  batch: 2\n"), "already defined", 3},
		"a list":    {write(t, "- a\n"), "must hold sections", 1},
		"a word":    {write(t, "hunter2"), "must hold sections", 1},
		"documents": {write(t, "data: a\n---\ndata: b\n"), "second document", 2},
		"odd key":   {write(t, "store: {url:postgres://u:p@h/d}"), "put a space after its colon", 1},
		"escaped":   {write(t, "brand:\n  name: \"a\\0b\"\n"), "NUL", 2},
		"aliases":   {write(t, bomb()), "excessive aliasing", 0},
	}
	if os.Geteuid() != 0 { // root reads everything
		cases["unreadable"] = struct {
			file, has string
			line      int
		}{unread, "permission denied; give the user", 0}
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := Load(Options{File: c.file})
			p := problems(t, err)[0]
			if p.File != c.file || !strings.Contains(p.Message, c.has) || p.Line != c.line {
				t.Errorf("got %d %v\nwant %d … %s", p.Line, p, c.line, c.has)
			}
		})
	}
}

// bomb is a small file of aliases that would unfold to millions of values.
func bomb() string {
	s := "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'j'; c++ {
		s += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+",", 10) + "]\n"
	}
	return s
}

func TestCommentsAloneAreTheDefaults(t *testing.T) {
	for _, text := range []string{"# nothing\n", "---\n# nothing\n", "~", "work:\nconnectors:\nbrand: {name: }"} {
		if cfg, err := Load(Options{File: write(t, text)}); err != nil || cfg.Work.Batch != 500 {
			t.Errorf("%q: %+v, %v", text, cfg, err)
		}
	}
}

func TestLoadNeverShowsASecret(t *testing.T) {
	const canary = "hunter2"
	shapes := []string{
		"store:\n  url: %", "store:\n  url: postgres://u:%@[h/d", "store: {url:%}", "store: {url: *%}", "queue:\n\turl: %",
		"store: %", "%", "%:%", "queue: [%", "queue: {url: [%]}", "queue: {url: !!int %}", "store: {url: \"%", "desk: {public_url: 'ftp://u:%@h/'}",
		"connectors: [{name: a, type: t, settings: %}]", "connectors: [{name: a, type: t, settings: {token: %, token_file: /none}}]", "store: {url: %, url_file: /none}",
	}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.ReplaceAll(rapid.SampledFrom(shapes).Draw(rt, "shape"), "%", canary)
		text = rapid.SampledFrom([]string{"", "work: {batch: x}\n", "a: b\n"}).Draw(rt, "before") + text
		_, err := newLoader(Options{Env: []string{"GRACES_QUEUE_URL=" + canary}}).load("graces.yaml", []byte(text))
		if err == nil {
			rt.Fatalf("%q is valid", text)
		}
		if strings.Contains(err.Error(), canary) {
			rt.Fatalf("%q shows the secret: %v", text, err)
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte(Example()))
	f.Add([]byte("store: {url_file: x}\nconnectors: [{settings: {a_file: b}}]"))
	f.Add([]byte("a: &a [*a]\n<<: *a\n? [x]\n: y\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		cfg, err := newLoader(Options{}).load("graces.yaml", data)
		if (cfg == nil) == (err == nil) {
			t.Fatalf("cfg %v, err %v", cfg, err)
		}
		var all *Problems
		if err != nil && !errors.As(err, &all) {
			t.Fatalf("not *Problems: %v", err)
		}
		if cfg != nil && (cfg.Sender.Lease <= cfg.Sender.Timeout || cfg.Work.Batch < 1) {
			t.Fatalf("let through: %+v", cfg)
		}
	})
}

func TestRoutes(t *testing.T) {
	cfg, err := Load(Options{File: write(t, `responder:
  routes:
  - {name: night, kind: phone, text: call us, hours: "Fri-Sat 22:00-06:00, Sun 10:00-12:00", holidays: [2026-12-25, 12-26], languages: [en, de]}
  - {kind: email, text: write to us}
`)})
	if err != nil {
		t.Fatal(err)
	}
	if got := cfg.Responder.Routes[0].Holidays; !reflect.DeepEqual(got, []string{"2026-12-25", "12-26"}) {
		t.Errorf("holidays: %q", got)
	}
	for text, want := range map[string]string{
		`{name: a, kind: chat, text: x}, {name: a, kind: phone, text: y}`: "the name of responder.routes[0] too",
		`{kind: chat, text: x, hours: "Mon 08:00-08:00"}`:                 "must be empty (always) or hours",
		`{kind: chat, text: x, hours: "Mon 08:00-18:00,"}`:                "must be empty (always) or hours",
		`{kind: chat, text: x, holidays: [13-01]}`:                        "a list of dates",
		`{kind: chat, text: x, languages: [English]}`:                     "language codes",
		`{name: Phone, kind: chat, text: x}`:                              "lower-case letters",
	} {
		_, err := Load(Options{File: write(t, "responder: {routes: ["+text+"]}")})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", text, err)
		}
	}
}
