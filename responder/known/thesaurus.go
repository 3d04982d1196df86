package known

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed thesaurus.txt
var thesaurusText string

// term is what stands for a word or a phrase and all that says the same. One that
// begins with @ says how something is asked rather than what about.
type term string

// kin is a phrase of the thesaurus, by its stems, and what stands for it. None
// stands for words that say nothing.
type kin struct {
	stems []string
	terms []term
}

// thesaurus is the phrases of a language, by their first stem, the longest
// first.
type thesaurus map[string][]kin

var thesauri = sync.OnceValue(func() map[string]thesaurus {
	all := map[string]thesaurus{}
	language := ""
	for line := range strings.Lines(thesaurusText) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "## "); ok {
			language, all[name] = name, thesaurus{}
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		head, phrases, _ := strings.Cut(line, ":")
		all[language].add(language, strings.Fields(head), strings.Split(phrases, ","))
	}
	for _, t := range all {
		for _, of := range t {
			slices.SortStableFunc(of, func(a, b kin) int { return len(b.stems) - len(a.stems) })
		}
	}
	return all
})

func (t thesaurus) add(language string, heads, phrases []string) {
	var terms []term
	for _, h := range heads {
		if h != "-" {
			terms = append(terms, term(h))
		}
	}
	for _, p := range phrases {
		accented, bare := stemsOf(language, p), stemsOf(language, plain(p)) // many type no accents
		t.file(accented, terms)
		if !slices.Equal(accented, bare) {
			t.file(bare, terms)
		}
	}
}

func (t thesaurus) file(stems []string, terms []term) {
	if len(stems) > 0 {
		t[stems[0]] = append(t[stems[0]], kin{stems, terms})
	}
}

func stemsOf(language, text string) (stems []string) {
	for _, w := range cut(language, text) {
		stems = append(stems, w.stem)
	}
	return stems
}

// at returns the longest phrase that begins at a word.
func (t thesaurus) at(words []word) (kin, bool) {
	for _, k := range t[words[0].stem] {
		if len(k.stems) <= len(words) && slices.EqualFunc(k.stems, words[:len(k.stems)], func(s string, w word) bool { return s == w.stem }) {
			return k, true
		}
	}
	return kin{}, false
}

// together puts the two parts of a German verb together, "macht … auf", where the
// whole is known.
func (t thesaurus) together(words []word) []word {
	var all []word
	for _, clause := range split(words, func(w word) bool { return w.ends != 0 }) {
		last := len(clause) - 1
		at := -1
		var whole word
		for i := 0; i < last && at < 0 && slices.Contains(prefixes, clause[last].plain); i++ {
			if whole = wordOf("de", clause[last].plain+clause[i].plain); t[whole.stem] != nil {
				at = i
			}
		}
		if at < 0 {
			all = append(all, clause...)
			continue
		}
		all = append(all, clause[:at]...)
		all = append(all, whole)
		all = append(all, clause[at+1:last]...)
	}
	return all
}

// prefixes are what German verbs leave at the end of a clause.
var prefixes = strings.Fields("ab an auf aus ein mit nach um vor zu zuruck")

// meaning is a term as it stands in a text.
type meaning struct {
	term  term
	name  bool
	digit bool
}

// read says what words mean, each term once.
func read(language string, words []word) []meaning {
	var all []meaning
	add := func(m meaning) {
		if !slices.ContainsFunc(all, func(o meaning) bool { return o.term == m.term }) {
			all = append(all, m)
		}
	}
	t := thesauri()[language]
	if language == "de" {
		words = t.together(words)
	}
	for i := 0; i < len(words); i++ {
		k, known := t.at(words[i:])
		for _, of := range k.terms {
			add(meaning{term: of})
		}
		switch {
		case known:
			i += len(k.stems) - 1
		case words[i].stem != "":
			add(meaning{term(words[i].stem), words[i].name, words[i].digit})
		}
	}
	return all
}
