package classifier_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"goodgraces/care"
)

// blank overwrites byte ranges with spaces.
func blank(text string, spans [][2]int) string {
	b := []byte(text)
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// words returns the byte ranges of the blank-separated words.
func words(text string) [][2]int {
	var out [][2]int
	start := -1
	for i, r := range text + " " {
		switch {
		case r == ' ' && start >= 0:
			out, start = append(out, [2]int{start, i}), -1
		case r != ' ' && start < 0:
			start = i
		}
	}
	return out
}

// Evidence is faithful: blanking it lowers the probability at least three
// times as much as blanking as many random words.
func TestEvidenceIsFaithful(t *testing.T) {
	var written []string
	for _, e := range readSet(t, "evidence") {
		written = append(written, e.text)
	}
	for name, texts := range map[string][]string{"benchmark posts": posts, "written for this": written} {
		evident, random, n := faithfulness(t, texts)
		t.Logf("%s: %d posts, evidence %.3f, random words %.3f, %.2f times", name, n, evident, random, evident/random)
		if evident < 3*random || n < 30 {
			t.Errorf("%s: blanking the evidence lowers complaint by %.3f, random words by %.3f (%d posts)", name, evident, random, n)
		}
	}
}

// faithfulness returns how much blanking the evidence of complaints lowers
// their probability, and how much blanking as many random words does, over the
// n posts whose evidence is no more than half of them.
func faithfulness(t *testing.T, texts []string) (evident, random float64, n int) {
	const draws = 10
	c := judge(t)
	rng := rand.New(rand.NewPCG(1, 2))
	complaint := func(text string) float64 { return c.Judge(&care.Mention{ID: "1", Text: text}).Complaint }
	for _, text := range texts {
		v := c.Judge(&care.Mention{ID: "1", Text: text})
		var spans [][2]int
		count := 0
		for _, e := range v.Evidence {
			if e.Label == "complaint" {
				spans = append(spans, [2]int{e.Start, e.End})
				count += len(strings.Fields(e.Text))
			}
		}
		all := words(text)
		if count == 0 || count*2 > len(all) {
			continue
		}
		evident += v.Complaint - complaint(blank(text, spans))
		for range draws {
			rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
			random += (v.Complaint - complaint(blank(text, all[:count]))) / draws
		}
		n++
	}
	return evident / float64(max(n, 1)), random / float64(max(n, 1)), n
}

// One classifier serves any number of goroutines, each with the same answer.
func TestJudgeTogether(t *testing.T) {
	c := judge(t)
	want := make([]care.Verdict, len(posts))
	for i, text := range posts {
		want[i] = c.Judge(&care.Mention{ID: "1", Text: text})
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for i, text := range posts {
				if got := c.Judge(&care.Mention{ID: "1", Text: text}); got.Complaint != want[i].Complaint || got.Action != want[i].Action {
					t.Errorf("%q: %v, alone %v", text, got, want[i])
				}
			}
		})
	}
	wait.Wait()
}

// Evidence lies in the original text even where folding moved everything.
func TestEvidenceAfterFolding(t *testing.T) {
	c := judge(t)
	text := "\xff\u200bOMG!!!!!!!!!! R&amp;D can’t help\u00a0me, my parcel is 3 weeeeeeks late… 👨\u200d👩\u200d👧 😡😡😡😡😡😡😡😡"
	v := checkVerdict(t, c, text)
	if v.Action != care.ActReply || len(v.Evidence) == 0 {
		t.Errorf("%s, %+v", v.Action, v.Evidence)
	}
}

// What a person sees as evidence means something: never function words or
// marks alone, at most three a label, and none over another.
func TestEvidenceReads(t *testing.T) {
	empty := " me do can no i the a is are my you it at all on to of what how who and or in for so not we there with ? ! . , "
	c := judge(t)
	for _, text := range append(slices.Concat(posts, legalPosts, safetyPosts, needy), "can you do it for me? no?", "@acme no. just no. do it!", "is it on, or is it not?") {
		spans := map[string][]care.Evidence{}
		for _, e := range c.Judge(&care.Mention{ID: "1", Text: text}).Evidence {
			says := false
			for w := range strings.FieldsSeq(strings.ToLower(e.Text)) {
				says = says || !strings.Contains(empty, " "+w+" ")
			}
			if !says {
				t.Errorf("%q: %s rests on %q", text, e.Label, e.Text)
			}
			for _, o := range spans[e.Label] {
				if e.Start < o.End && o.Start < e.End {
					t.Errorf("%q: %s: %q lies over %q", text, e.Label, e.Text, o.Text)
				}
			}
			spans[e.Label] = append(spans[e.Label], e)
		}
		for label, list := range spans {
			if len(list) > 3 {
				t.Errorf("%q: %d spans of %s", text, len(list), label)
			}
		}
	}
}
