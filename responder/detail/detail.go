// Package detail finds in a post the one detail that hurts, so that an answer
// can take it up: how long, how often, whom it hits, on which day. Like
// grievance, on whose words it rests, it says nothing that is not in closed
// tables; numbers are spelled anew, and only such as count something.
//
// The line to package grievance runs between what went wrong and what makes it
// worse. "Your parcel hasn't come" is a grievance; "ten days", "your nan", "on
// your birthday" are details. Two things lie between and are here, because they
// are read over the ends of sentences: several faults in telegraph style (List),
// and what was ordered against what came (Clause).
//
// What is not certain is not said: a measure counts only where its own clause
// tells of waiting or of a fault, a person only where the clause says what
// befell them.
package detail

import (
	"cmp"
	"slices"

	"goodgraces/responder/grievance"
)

// Kind is what a detail is, and what may be said of it.
type Kind string

// The kinds, with an example of Detail.What.
const (
	Loss     Kind = "loss"     // "your loss", "your dog": somebody died
	Ill      Kind = "ill"      // "your mum is in hospital": a clause
	List     Kind = "list"     // "cold coffee, the wrong milk and a misspelt name"
	Undone   Kind = "undone"   // "two hours": of work or play that is gone
	Soon     Kind = "soon"     // "five weeks": after which it was broken
	Long     Kind = "long"     // "ten days", "two hours in the rain"
	Gave     Kind = "gave"     // "a day off work": what they gave up
	Effort   Kind = "effort"   // "three engineers", "four calls": all that it took so far
	Far      Kind = "far"      // "a 31-mile trip"; miles of a number are what airlines give
	Often    Kind = "often"    // "a third time", "every single time"
	Loyal    Kind = "loyal"    // "nine years": with us
	Whom     Kind = "whom"     // "your nan", "your six-year-old"
	Occasion Kind = "occasion" // "on your birthday", "when you work from home"
	New      Kind = "new"      // "brand new": as it came, and not as it should be
	Night    Kind = "night"    // "in the middle of the night"
	Both     Kind = "both"     // Long or Far, and whom it hits
)

// rank is which of several details is taken up, the highest first: a death
// before all, and what is rare before what is common.
var rank = map[Kind]int{
	Both: 15, Loss: 17, Ill: 16, List: 11, Undone: 10, Occasion: 9, Whom: 8, Soon: 7, New: 7, Night: 7, Gave: 6, Long: 5, Effort: 4, Far: 3, Often: 2, Loyal: 1,
}

// Detail is one of them.
type Detail struct {
	Kind Kind
	What string // a phrase in the second person, as Kind says
	Whom string // of Both: "your nan"
	Deed string // of Often: what was done so often, where it is counted: "charged"
}

// Quiet reports a detail beside which nothing else is said: no joke, no cheer.
func (d Detail) Quiet() bool { return d.Kind == Loss || d.Kind == Ill }

// Find lists the details of a post in a language, the one to take up first. It
// is deterministic and takes time linear in the post's length.
func Find(language string, post *grievance.Post) []Detail {
	r := reader{post.Reader(language)}
	rules := byLanguage[language]
	if rules == nil {
		return nil
	}
	var found []Detail
	for i := range r.Len() {
		for _, read := range rules.at(r.Word(i), r.opens(i)) {
			if d := read(r, i); d.What != "" && !slices.ContainsFunc(found, func(f Detail) bool { return f.Kind == d.Kind }) {
				found = append(found, d)
			}
		}
	}
	found = both(found)
	slices.SortStableFunc(found, func(a, b Detail) int { return cmp.Compare(rank[b.Kind], rank[a.Kind]) })
	return found
}

// both puts a length or a way and whom it hits together, beside each alone.
func both(found []Detail) []Detail {
	whom := slices.IndexFunc(found, func(d Detail) bool { return d.Kind == Whom })
	measure := slices.IndexFunc(found, func(d Detail) bool { return d.Kind == Long || d.Kind == Far })
	if whom < 0 || measure < 0 {
		return found
	}
	return append(found, Detail{Kind: Both, What: found[measure].What, Whom: found[whom].What})
}

var byLanguage = map[string]*index{"en": english, "es": spanish, "de": german}

// reader reads one post.
type reader struct{ grievance.Reader }

// rule reads a detail at a word; it says nothing where there is none.
type rule func(r reader, i int) Detail

// index tells by a word the rules that it may begin.
type index struct {
	words   map[string][]rule
	numbers []rule // which figures may begin, too
	opening []rule // which any word may begin that opens a part of the post
}

// entry is a rule and the words that it may begin with.
type entry struct {
	read    rule
	words   []string
	figures bool
}

func indexOf(opening []rule, entries ...entry) *index {
	x := &index{words: map[string][]rule{}, opening: opening}
	for _, e := range entries {
		for _, word := range slices.Compact(slices.Sorted(slices.Values(e.words))) {
			x.words[word] = append(x.words[word], e.read)
		}
		if e.figures {
			x.numbers = append(x.numbers, e.read)
		}
	}
	return x
}

// at are the rules that a word may begin.
func (x *index) at(word string, opens bool) []rule {
	switch {
	case word == "":
		return nil
	case word[0] >= '0' && word[0] <= '9':
		return x.numbers
	case opens && len(x.opening) > 0:
		return slices.Concat(x.words[word], x.opening)
	}
	return x.words[word]
}
