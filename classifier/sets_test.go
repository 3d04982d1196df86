package classifier_test

import (
	"embed"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/classifier"
)

//go:embed testdata/sets
var sets embed.FS

// example is one post of a set, with what is right for it.
type example struct {
	section, want, text string
}

// held reports a post that was not looked at while rules and lexicons were
// improved: a third of every set, chosen by the hash of the text.
func (e example) held() bool {
	h := fnv.New32a()
	h.Write([]byte(e.text))
	return h.Sum32()%3 == 0
}

// readSet reads testdata/sets/name.txt: "[section]" lines, and posts, one a
// line, with what is right for it before a tab where the file has one.
func readSet(t testing.TB, name string) []example {
	t.Helper()
	file, err := sets.ReadFile("testdata/sets/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	section := ""
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# ") || line == "#":
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = strings.Trim(line, "[]")
		default:
			want, text, two := strings.Cut(line, "\t")
			if !two {
				want, text = "", line
			}
			out = append(out, example{section, want, text})
		}
	}
	return out
}

// tally counts what came out right, apart for what was held back.
type tally struct{ right, all [2]int }

// count counts a post.
func (s *tally) count(e example, right bool) {
	part := 0
	if e.held() {
		part = 1
	}
	s.all[part]++
	if right {
		s.right[part]++
	}
}

// show logs a miss, one that is held back only on request: who improves the
// rules must not read it.
func show(t testing.TB, e example, format string, args ...any) {
	t.Helper()
	if !e.held() || os.Getenv("GRACES_SHOW_HELD_BACK") != "" {
		t.Logf("%q, want %s: "+format, append([]any{e.text, e.want}, args...)...)
	}
}

// share is the part that came out right, of all posts.
func (s *tally) share() float64 {
	return float64(s.right[0]+s.right[1]) / float64(max(s.all[0]+s.all[1], 1))
}

func (s *tally) atLeast(t testing.TB, name string, share float64) {
	t.Helper()
	if s.share() < share {
		t.Errorf("%s: %.3f right, at least %.2f are asked for", name, s.share(), share)
	}
}

func (s *tally) log(t testing.TB, name string) {
	t.Helper()
	t.Logf("%s: %d of %d; held back %d of %d; all %.3f", name, s.right[0], s.all[0], s.right[1], s.all[1], s.share())
}

// mention puts a post into the circumstances of its section.
func mention(e example) *care.Mention {
	m := &care.Mention{ID: "1", Text: e.text}
	switch e.section {
	case "on x":
		m.Platform = "x"
	case "in another's thread":
		m.Platform, m.Author.ID, m.ThreadAuthor, m.InReplyTo = "x", "7", "8", "0"
	case "by the brand":
		m.By = care.ByBrand
	}
	return m
}

// larkspur is a classifier that knows our handle.
func larkspur(t testing.TB) *classifier.Classifier {
	t.Helper()
	c, err := classifier.Default(classifier.Policy{Brand: []string{"larkspur"}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// knownMisses are the traps that still catch us, and why.
var knownMisses = map[string]string{
	"your playlist made a terrible Monday bearable, thanks":                                       "praise by a hair too little",
	"Chapter 4 of my thesis is about why people complain to companies on social media":            "words of complaint, about complaints",
	"lost my keys again, this is my life now":                                                     "a plain post of a loss: whose fault cannot be told",
	"it's raining again in Manchester":                                                            "a plain post of what happens again",
	"broke my own rule and gave five stars. You earned it @HotelCo":                               "\"broke my\" outweighs the stars",
	"you people are monsters for inventing salted caramel popcorn. i finished the bag in the car": "an insult in jest",
	"broke my toe on the table this morning, working from home today":                             "an injury: whose table cannot be told",
	"Your account locked? Message @quickunlock, they helped me get mine back fast":                "spam in the words of a customer",
}

func TestTrapSet(t *testing.T) {
	open, known := judge(t), larkspur(t)
	bySection := map[string]*tally{}
	var all tally
	for _, e := range readSet(t, "traps") {
		c := known
		if e.section == "anywhere" {
			c = open
		}
		v := c.Judge(mention(e))
		key := e.section + ", " + e.want
		if bySection[key] == nil {
			bySection[key] = &tally{}
		}
		ok := string(v.Action) == e.want
		for _, s := range []*tally{&all, bySection[key]} {
			s.count(e, ok)
		}
		_, known := knownMisses[e.text]
		if ok && known {
			t.Errorf("%q is no miss any more: take it out of knownMisses", e.text)
		}
		if !ok && !known {
			t.Errorf("%q: %s, want %s (complaint %.2f, praise %.2f, question %.2f, sarcasm %.2f)",
				e.text, v.Action, e.want, v.Complaint, v.Praise, v.Question, v.Sarcasm)
		}
	}
	for key, s := range bySection {
		s.log(t, key)
	}
	all.log(t, "traps")
}

func TestRiskSets(t *testing.T) {
	c := judge(t)
	var s [3]tally
	for i, name := range []string{"legal", "safety", "idioms"} {
		for _, e := range readSet(t, name) {
			e.want = name
			v := c.Judge(&care.Mention{ID: "1", Text: e.text})
			risky := v.Action == care.ActSafety || v.Action == care.ActLegal && name != "safety"
			ok := risky == (name != "idioms")
			s[i].count(e, ok)
			if !ok {
				show(t, e, "%s %v", v.Action, v.Evidence)
			}
		}
		s[i].log(t, name)
		s[i].atLeast(t, name, 0.98)
	}
}

func TestSarcasmSet(t *testing.T) {
	c := judge(t)
	s := map[string]*tally{"sarcastic": {}, "sincere": {}}
	reply := map[string]*tally{"sarcastic": {}, "sincere": {}}
	for _, e := range readSet(t, "sarcasm") {
		e.want = e.section
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		ok := (v.Sarcasm >= 0.5) == (e.section == "sarcastic")
		s[e.section].count(e, ok)
		acted := v.Action == care.ActReply
		if e.section == "sincere" {
			acted = v.Action != care.ActReply
		}
		reply[e.section].count(e, acted)
		if !ok || !acted {
			show(t, e, "%s (sarcasm %.2f, complaint %.2f, praise %.2f)", v.Action, v.Sarcasm, v.Complaint, v.Praise)
		}
	}
	for k := range s {
		s[k].log(t, k+" by label")
		reply[k].log(t, k+" by action")
		s[k].atLeast(t, k, 0.9)
		reply[k].atLeast(t, k+" by action", 0.9)
	}
}

func TestSeveritySet(t *testing.T) {
	c := judge(t)
	var s tally
	var grid [4][4]int
	for _, e := range readSet(t, "severity") {
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		want := int(e.want[0] - '0')
		ok := int(v.Severity) == want
		s.count(e, ok)
		grid[want][v.Severity]++
		if !ok {
			show(t, e, "%d (complaint %.2f, anger %.2f, hostility %.2f)", v.Severity, v.Complaint, v.Anger, v.Hostility)
		}
	}
	s.log(t, "severity")
	t.Log(grid)
	s.atLeast(t, "severity", 0.9)
}

func TestLanguageSets(t *testing.T) {
	c := judge(t)
	s := map[string]*tally{}
	for _, e := range readSet(t, "languages") {
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		if s[e.section] == nil {
			s[e.section] = &tally{}
		}
		ok := string(v.Action) == e.want
		if e.section == "other" {
			ok = ok && v.NeedsHuman != ""
		}
		s[e.section].count(e, ok)
		if !ok {
			show(t, e, "%s %s (complaint %.2f, praise %.2f, question %.2f)", v.Action, v.Language, v.Complaint, v.Praise, v.Question)
		}
	}
	for k := range s {
		s[k].log(t, k)
		s[k].atLeast(t, k, 0.95)
	}
}

// TestFreshSet only reports: the set is there to be believed.
func TestFreshSet(t *testing.T) {
	c := judge(t)
	s := map[string]*tally{}
	for _, e := range readSet(t, "fresh") {
		if s[e.section] == nil {
			s[e.section] = &tally{}
		}
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		risky := v.Action == care.ActSafety || v.Action == care.ActLegal
		s[e.section].count(e, risky != strings.HasPrefix(e.section, "idioms"))
	}
	for k := range s {
		s[k].log(t, k)
	}
}

// TestEverydaySet asks for little where the posts are the real thing: they
// were written to find what the tables miss.
func TestEverydaySet(t *testing.T) {
	c := judge(t)
	s := map[string]*tally{"nothing": {}, "legal": {}, "safety": {}}
	for _, e := range readSet(t, "everyday") {
		v := c.Judge(&care.Mention{ID: "1", Text: e.text})
		got := "nothing"
		if v.Action == care.ActSafety || v.Action == care.ActLegal {
			got = string(v.Action)
		}
		e.want = e.section
		s[e.section].count(e, got == e.want)
		if got != e.want {
			show(t, e, "%s %v", v.Action, v.Evidence)
		}
	}
	for k, least := range map[string]float64{"nothing": 0.95, "legal": 0.85, "safety": 0.85} {
		s[k].log(t, k)
		s[k].atLeast(t, k, least)
	}
}
