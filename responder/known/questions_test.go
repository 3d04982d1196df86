package known_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"goodgraces/responder/known"
)

// tuned and held are the invented companies whose questions the matching was
// tuned on, and those that were not looked at while it was.
var (
	tuned = []string{"shop", "airline"}
	held  = []string{"bank", "provider"}
)

// TestQuestions measures 640 questions to 100 answers: half of them asked of an
// answer, a quarter near misses (-), a quarter about other things (.).
func TestQuestions(t *testing.T) {
	for _, tt := range []struct {
		half, language    string
		companies         []string
		precision, recall float64 // at least
	}{
		{"tuned on", "en", tuned, 0.97, 0.6},
		{"held out", "en", held, 0.97, 0.6},
		{"tuned on", "es", []string{"gimnasio"}, 0.97, 0.6},
		{"held out", "es", []string{"libreria", "hotel"}, 0.97, 0.6},
		{"tuned on", "de", []string{"therme"}, 0.97, 0.6},
		{"held out", "de", []string{"funk", "pflanzen"}, 0.97, 0.55},
	} {
		t.Run(tt.language+" "+tt.half, func(t *testing.T) {
			var sum tally
			for _, company := range tt.companies {
				sum.ask(t, tt.language, company)
			}
			t.Logf("%s: said %d, right %d of %d: precision %.3f, recall %.3f; said or offered: recall %.3f; offered in vain %d of %d",
				tt.half, sum.said, sum.right, sum.answered, sum.precision(), sum.recall(), sum.shown(), sum.vain, sum.others)
			if sum.precision() < tt.precision || sum.recall() < tt.recall {
				t.Errorf("want precision %.2f and recall %.2f at least", tt.precision, tt.recall)
			}
		})
	}
}

// tally counts what became of questions.
type tally struct {
	said, right      int // in public, and the right fact
	offered          int // the right fact, to a person
	answered, others int // questions that an answer has, and others
	vain             int // others to which a fact was offered
}

func (s *tally) precision() float64 { return float64(s.right) / float64(max(1, s.said)) }
func (s *tally) recall() float64    { return float64(s.right) / float64(s.answered) }
func (s *tally) shown() float64     { return float64(s.right+s.offered) / float64(s.answered) }

func (s *tally) ask(t *testing.T, language, company string) {
	set := load(t, "testdata/"+company+".yaml")
	text, err := os.ReadFile("testdata/" + company + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		want, post, _ := strings.Cut(strings.TrimSpace(line), "\t")
		m := set.Match(known.Question{Text: post, Language: language, Now: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)})
		got := "none"
		if m != nil {
			got = m.Answer.Name
		}
		sure := m != nil && m.Sure
		s.count(want, got, sure)
		if said := sure && got == want; testing.Verbose() && (isAsked(want) != said || sure && !said) {
			t.Logf("%-18s %-18s %+v: %s", want, got, m, post)
		}
	}
}

func (s *tally) count(want, got string, sure bool) {
	switch {
	case isAsked(want):
		s.answered++
		if got == want && !sure {
			s.offered++
		}
	default:
		s.others++
		if got != "none" && !sure {
			s.vain++
		}
	}
	if sure {
		s.said++
		if got == want {
			s.right++
		}
	}
}

// isAsked reports a question that an answer has.
func isAsked(want string) bool { return want != "-" && want != "." }

func load(t *testing.T, path string) *known.Set {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	set, err := known.Build([]known.File{{Path: path, Body: string(body)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return set
}
