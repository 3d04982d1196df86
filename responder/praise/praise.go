// Package praise reads what a post praises, as far as it can be taken up: the
// moment that it tells of, what was done for its author and by whom. As in
// package grievance, nothing is said but words of closed tables; of a post's own
// there are only numbers.
package praise

import (
	"cmp"
	"embed"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// Moment is something that people tell when they praise, and what may be said
// to it: whole sentences, in which {n} and {N} are the number of the post that
// stands where When has "#".
type Moment struct {
	// When is what a post must have: conditions, all of which must hold, between
	// " & ", each of words or phrases, one of which must stand there, between
	// " | ". A condition that begins with "!" must not hold. "#" stands for any
	// number from two; one that is meant stands as it is said: "five stars".
	When string
	Say  []string
	// General is true of what may be said of many things: whatever names the
	// thing itself goes before it.
	General bool
}

//go:embed moments.*.yaml
var momentsYAML embed.FS

// languages are those in which moments are told.
var languages = []string{"en", "es", "de"}

// moments are what is told, by language, the first to be taken first.
var moments = sync.OnceValue(func() map[string]*table {
	tables := map[string]*table{}
	for _, language := range languages {
		tables[language] = tableOf(momentsIn(language))
	}
	return tables
})

func momentsIn(language string) []Moment {
	var all []Moment
	text, err := momentsYAML.ReadFile("moments." + language + ".yaml")
	if err == nil {
		err = yaml.Unmarshal(text, &all)
	}
	if err != nil {
		panic(err) // it is ours, and a test reads it
	}
	return all
}

// Wordings lists all that may be said to moments.
func Wordings() []string {
	var all []string
	for _, language := range languages {
		all = append(all, WordingsIn(language)...)
	}
	return all
}

// WordingsIn lists all that may be said to moments in a language.
func WordingsIn(language string) []string {
	var all []string
	for _, m := range moments()[language].moments {
		all = append(all, m.Say...)
	}
	return all
}

// Told is a moment that a post tells of.
type Told struct {
	Say     []string // nil for none
	Number  string   // for {n}
	General bool     // see Moment
}

// Find is the first moment that the post tells of.
func Find(language, post string) Told {
	t := moments()[language]
	if t == nil {
		return Told{}
	}
	return t.find(wordsOf(language, post))
}

// table is moments, with every phrase of their conditions by its first word.
type table struct {
	moments []Moment
	wanted  []uint // the conditions that must hold, a bit each
	begins  map[string][]start
}

// start is a phrase of a condition.
type start struct {
	words  []string
	moment int
	bit    uint
}

func tableOf(all []Moment) *table {
	t := &table{moments: all, wanted: make([]uint, len(all)), begins: map[string][]start{}}
	for i, m := range all {
		for bit, condition := range strings.Split(m.When, " & ") {
			phrases, unwanted := strings.CutPrefix(condition, "!")
			if !unwanted {
				t.wanted[i] |= 1 << bit
			}
			for phrase := range strings.SplitSeq(phrases, " | ") {
				words := strings.Fields(phrase)
				t.begins[words[0]] = append(t.begins[words[0]], start{words, i, 1 << bit})
			}
		}
	}
	return t
}

func (t *table) find(words []word) Told {
	held, number := make([]uint, len(t.moments)), make([]string, len(t.moments))
	for i, w := range words {
		for _, begun := range [][]start{t.begins[w.text], t.begins[w.number]} {
			for _, s := range begun {
				if n, ok := s.at(words, i); ok {
					held[s.moment] |= s.bit
					number[s.moment] = cmp.Or(number[s.moment], n)
				}
			}
		}
	}
	for i := range t.moments {
		if held[i] == t.wanted[i] {
			return Told{t.moments[i].Say, number[i], t.moments[i].General}
		}
	}
	return Told{}
}

// at reports whether the phrase stands at i, and the number in it.
func (s start) at(words []word, i int) (number string, ok bool) {
	if i+len(s.words) > len(words) {
		return "", false
	}
	for j, want := range s.words {
		w := words[i+j]
		if want != w.text && want != w.number {
			return "", false
		}
		if want == "#" {
			number = w.number
		}
	}
	return number, true
}
