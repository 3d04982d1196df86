package classifier_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"goodgraces/care"
	"goodgraces/classifier"
)

// history is one author's posts and our answers, as `graces classify
// --authors` reads them: testdata/timelines/TRUTH/NAME.jsonl.
type history struct {
	name, truth string // "baiter/press-tagger", "baiter"
	mentions    []care.Mention
}

// heldBack says that a history was left out of all tuning: a third of those
// that were written first and second, all that were written last, when the
// tuning was over, and half of those that came next, before it was taken up
// again.
func (h *history) heldBack() bool {
	if strings.Contains(h.name, "/last-") {
		return true
	}
	sum := fnv.New32a()
	sum.Write([]byte(h.name))
	if h.next() {
		return sum.Sum32()>>16&1 == 0
	}
	return sum.Sum32()%3 == 0
}

// next says that a history is one of those whose held back half was looked at
// only once.
func (h *history) next() bool { return strings.Contains(h.name, "/next-") }

func histories(t testing.TB) []history {
	t.Helper()
	files, err := filepath.Glob("testdata/timelines/*/*.jsonl")
	if err != nil || len(files) < 60 {
		t.Fatalf("%d timelines: %v", len(files), err)
	}
	var all []history
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		truth := filepath.Base(filepath.Dir(f))
		h := history{truth: truth, name: truth + "/" + strings.TrimSuffix(filepath.Base(f), ".jsonl")}
		for lines := bufio.NewScanner(bytes.NewReader(raw)); lines.Scan(); {
			var m care.Mention
			if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			h.mentions = append(h.mentions, m)
		}
		all = append(all, h)
	}
	return all
}

// course is what came of a history.
type course struct {
	standings []care.Standing // after each of the author's posts
	actions   []care.Action
	first     int // post, from 1, from which a vampire was seen; 0 for never
	silence   int // the same for silence
	closing   int // the same for the closing line
}

func (c *course) end() *care.Standing { return &c.standings[len(c.standings)-1] }

func follow(c *classifier.Classifier, mentions []care.Mention) course {
	var out course
	p := &care.Profile{Key: author(mentions)}
	for i := range mentions {
		v := c.Assess(&mentions[i], p)
		if mentions[i].By == care.ByBrand {
			continue
		}
		out.standings, out.actions = append(out.standings, *v.Standing), append(out.actions, v.Action)
		n := len(out.standings)
		mark(&out.first, n, v.Standing.Kind != care.KindNone)
		mark(&out.closing, n, v.Standing.Stance == care.StanceClose)
		mark(&out.silence, n, v.Standing.Stance == care.StanceSilence)
	}
	return out
}

func author(mentions []care.Mention) string {
	for i := range mentions {
		if mentions[i].By != care.ByBrand {
			return mentions[i].AuthorKey()
		}
	}
	return ""
}

func mark(at *int, n int, is bool) {
	if is && *at == 0 {
		*at = n
	}
}

// tallies counts what the issue asks for.
type tallies struct {
	genuine, met                int // authors who are no vampires, and those never closed or silenced
	baiters, caught, caughtSoon int
	clingers, seen, seenSoon    int
	reopened, engaged           int
}

// share is what part must be recognised by the end.
type share struct{ baiters, clingers float64 }

func (n *tallies) check(t *testing.T, want share) {
	t.Helper()
	t.Logf("genuine %d/%d engaged, baiters %d/%d (%d before their eighth post), clingers %d/%d (%d), reopened %d/%d",
		n.met, n.genuine, n.caught, n.baiters, n.caughtSoon, n.seen, n.clingers, n.seenSoon, n.engaged, n.reopened)
	for _, c := range []struct {
		what   string
		got    int
		of     int
		target float64
	}{
		{"genuine people always engaged", n.met, n.genuine, 1},
		{"baiters recognised", n.caught, n.baiters, want.baiters},
		{"of them before the eighth post", n.caughtSoon, n.caught, 0.5},
		{"clingers recognised", n.seen, n.clingers, want.clingers},
		{"of them before the eighth post", n.seenSoon, n.seen, 0.5},
		{"reopened authors engaged", n.engaged, n.reopened, 1},
	} {
		if float64(c.got) < c.target*float64(c.of) {
			t.Errorf("%s: %d of %d, want %.0f%%", c.what, c.got, c.of, 100*c.target)
		}
	}
}

func (n *tallies) add(h *history, c *course, complain func(string, ...any)) {
	end := c.end()
	switch h.truth {
	case "baiter":
		n.baiters++
		n.caught += number(end.Kind == care.KindBaiter)
		n.caughtSoon += number(end.Kind == care.KindBaiter && c.first < 8)
	case "clinger":
		n.clingers++
		n.seen += number(end.Kind == care.KindClinger)
		n.seenSoon += number(end.Kind == care.KindClinger && c.first < 8)
	case "reopened-baiter", "reopened-clinger":
		n.reopened++
		n.engaged += number(end.Stance == care.StanceEngage)
	default:
		n.genuine++
		n.met += number(c.closing+c.silence == 0)
		if c.closing+c.silence > 0 {
			complain("%s: closed at post %d, silenced at %d: %+v", h.name, c.closing, c.silence, end)
		}
	}
	if c.silence > 0 && (c.closing == 0 || c.closing > c.silence) {
		complain("%s: silence at post %d, but the closing line came at %d", h.name, c.silence, c.closing)
	}
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// What was tuned on and what was held back meet the targets
// (docs/authors.md has the figures, and what they are worth).
func TestHistories(t *testing.T) {
	c := judge(t)
	for _, part := range []struct {
		name       string
		held, next bool
		want       share
	}{{"tuned", false, false, share{0.8, 0.7}}, {"held back", true, false, share{0.8, 0.7}}, {"held back, next", true, true, share{0.8, 0.7}}} {
		t.Run(part.name, func(t *testing.T) {
			var n tallies
			for _, h := range histories(t) {
				if h.heldBack() == part.held && (!part.held || h.next() == part.next) {
					got := follow(c, h.mentions)
					n.add(&h, &got, t.Errorf)
				}
			}
			n.check(t, part.want)
		})
	}
}
