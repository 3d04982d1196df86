package incidents_test

import (
	"bufio"
	"cmp"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"goodgraces/care"
	"goodgraces/classifier"
	"goodgraces/classifier/incidents"
)

// scenario is a stretch of posts and what the watch should make of it.
type scenario struct {
	name  string
	want  []string // kinds of incident
	posts []said
}

// said is a post of a scenario: 'g' must keep its case, 'j' reproaches without
// a matter of its own, 'n' is neither.
type said struct {
	care.Mention
	mark byte
}

var start = time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)

var towns = []string{"Leeds", "Hull", "York", "Bristol", "Derby", "Bath", "Ely", "Truro", "Wells", "Ripon", "Stoke"}

func scenarios(t *testing.T) []scenario {
	t.Helper()
	f, err := os.Open("testdata/scenarios.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []scenario
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '=':
			name, want, _ := strings.Cut(line[2:], ": ")
			s := scenario{name: name}
			if want != "none" {
				s.want = strings.Fields(want)
				slices.Sort(s.want)
			}
			all = append(all, s)
		default:
			s := &all[len(all)-1]
			s.posts = append(s.posts, posts(t, s.name, len(s.posts), line)...)
		}
	}
	for _, s := range all {
		slices.SortStableFunc(s.posts, func(a, b said) int { return a.CreatedAt.Compare(b.CreatedAt) })
	}
	return all
}

// posts reads one line of a scenario.
func posts(t *testing.T, name string, before int, line string) []said {
	t.Helper()
	f := strings.SplitN(line, " ", 6)
	from, to, _ := strings.Cut(f[0], "-")
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	n, err3 := strconv.Atoi(f[1])
	if err := cmp.Or(err1, err2, err3); err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	thread, owner, _ := strings.Cut(f[3], "/")
	texts := strings.Split(f[5], " | ")
	out := make([]said, n)
	for i := range out {
		author := fmt.Sprintf("%s%d", f[2], i+1)
		if one, ok := strings.CutSuffix(f[2], "="); ok {
			author = one + "1"
		}
		text := strings.NewReplacer("{n}", strconv.Itoa(i+1), "{town}", towns[i%len(towns)]).Replace(texts[i%len(texts)])
		out[i] = said{mark: f[4][0], Mention: care.Mention{
			ID: fmt.Sprintf("%s-%d", name, before+i), Platform: "x", Text: text, Author: care.Author{ID: author, Handle: author},
			CreatedAt: start.Add(time.Duration(first)*time.Minute + time.Duration(i)*time.Duration(last-first)*time.Minute/time.Duration(n)),
		}}
		if thread != "-" {
			out[i].Thread, out[i].InReplyTo, out[i].ThreadAuthor = thread, thread, owner
		}
	}
	return out
}

// heldBack reports the third that nothing is tuned on.
func heldBack(name string) bool {
	h := fnv.New32a()
	h.Write([]byte(name))
	return h.Sum32()%3 == 0
}

// outcome is what came of a scenario.
type outcome struct {
	found           []string
	swallowed       []string // texts of posts with a matter of their own that lost their case
	missed          int      // those that would have had none anyway: the classifier ignores them
	jeers, gathered int      // reproaches, and of these the ones that an incident stands for
}

// play judges a scenario's posts and shows them to a watch, in order.
func play(c *classifier.Classifier, s scenario) outcome {
	var o outcome
	w := incidents.New(incidents.Limits{})
	profiles := map[string]*care.Profile{}
	in := map[string]bool{}
	var looks []incidents.Post
	ignored := map[string]bool{}
	for _, p := range s.posts {
		key := p.AuthorKey()
		if profiles[key] == nil {
			profiles[key] = &care.Profile{Key: key}
		}
		v := c.Assess(&p.Mention, profiles[key])
		recent := profiles[key].Recent
		look := incidents.Look(&p.Mention, &v, recent[len(recent)-1], []string{"Larkspur", "larkspurhelp"})
		looks, ignored[look.Key] = append(looks, look), v.Action == care.ActIgnore
		if place := w.Observe(look); place.Spot != "" {
			in[look.Key] = !place.Own
		}
		for _, f := range w.Take() {
			o.found = append(o.found, string(f.Kind))
			for _, m := range f.Posts {
				in[m.Key] = !m.Own
			}
		}
	}
	slices.Sort(o.found)
	for i, p := range s.posts {
		switch {
		case p.mark == 'g' && ignored[looks[i].Key]:
			o.missed++
		case p.mark == 'g' && in[looks[i].Key]:
			o.swallowed = append(o.swallowed, p.Text)
		case p.mark == 'j':
			o.jeers++
			if in[looks[i].Key] {
				o.gathered++
			}
		}
	}
	return o
}

// TestScenarios holds the watch to its scenarios and reports on the two parts
// apart. That nobody with a matter of their own is swallowed holds for all.
func TestScenarios(t *testing.T) {
	c, err := classifier.Default(classifier.Policy{Languages: []string{"en", "es", "de"}, Brand: []string{"larkspur", "larkspurhelp"}})
	if err != nil {
		t.Fatal(err)
	}
	type tally struct{ all, right, own, swallowed, missed, jeers, gathered int }
	parts := map[bool]*tally{false: {}, true: {}}
	for _, s := range scenarios(t) {
		o, n := play(c, s), parts[heldBack(s.name)]
		n.all++
		if slices.Equal(o.found, s.want) {
			n.right++
		} else {
			t.Logf("held back %v: %s: found %v, want %v", heldBack(s.name), s.name, o.found, s.want)
		}
		for _, p := range s.posts {
			if p.mark == 'g' {
				n.own++
			}
		}
		n.swallowed, n.missed = n.swallowed+len(o.swallowed), n.missed+o.missed
		for _, text := range o.swallowed {
			t.Errorf("%s: swallowed %q", s.name, text)
		}
		if len(s.want) > 0 {
			n.jeers, n.gathered = n.jeers+o.jeers, n.gathered+o.gathered
		}
	}
	for _, back := range []bool{false, true} {
		n := parts[back]
		t.Logf("held back %v: %d of %d scenarios as expected; %d of %d with a matter of their own swallowed (%d ignored by the classifier, incident or not); %d of %d reproaches gathered",
			back, n.right, n.all, n.swallowed, n.own, n.missed, n.gathered, n.jeers)
		if n.right*10 < n.all*9 || n.gathered*10 < n.jeers*8 {
			t.Errorf("held back %v: too few", back)
		}
	}
}
