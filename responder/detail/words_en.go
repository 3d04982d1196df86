package detail

import (
	"slices"
	"strings"
)

// faults are words by which a clause tells that something is or went wrong.
var faults = set(`no not never nothing nobody none without can't couldn't won't wouldn't doesn't didn't don't isn't wasn't aren't weren't
	haven't hasn't cannot unable still down out offline stuck broken broke break dead died dies stopped failed fails failing faulty fault
	cracked snapped split ripped torn leaking leaked hisses hissing fell falling apart worn useless wrong late delayed delay cancelled
	missing lost gone ruined terrible awful worst waiting waited ignored ignoring locked blocked closed crash crashed crashing
	freezing frozen slow drops drop dropped cuts keeps dropping disconnected refused rude disgusting unacceptable ridiculous`)

// broken are words by which a thing tells that it did not last.
var broken = set(`dead died dies broken broke breaks breaking stopped stops failed fails failing faulty cracked cracks snapped split splitting
	ripped torn tearing leaking leaks leaked hisses hissing fell falling worn peeling peeled faded shrunk shattered burst bent rusted rusty
	packed conked bobbled useless won't doesn't`)

// negations take a thing away.
var negations = set("no not never nothing nobody none without can't couldn't won't wouldn't doesn't didn't don't isn't wasn't aren't haven't hasn't cannot unable")

// kin are people and animals of the author's; what is told is the value.
var kin = map[string]string{
	"nan": "nan", "nana": "nan", "nanna": "nan", "gran": "gran", "granny": "gran", "grandma": "grandma", "grandmother": "grandmother", "grandad": "grandad", "grandfather": "grandfather", "grandpa": "grandpa",
	"grandparents": "grandparents", "mum": "mum", "mom": "mom", "mam": "mam", "mother": "mother", "dad": "dad", "father": "father", "parents": "parents",
	"husband": "husband", "wife": "wife", "partner": "partner", "fiance": "fiancé", "fiancee": "fiancée", "girlfriend": "girlfriend", "boyfriend": "boyfriend",
	"son": "son", "daughter": "daughter", "lad": "lad", "kid": "child", "kids": "kids", "kiddo": "child", "child": "child", "children": "children", "baby": "baby", "toddler": "toddler", "newborn": "newborn", "twins": "twins",
	"brother": "brother", "sister": "sister", "nephew": "nephew", "niece": "niece", "grandson": "grandson", "granddaughter": "granddaughter", "grandchildren": "grandchildren", "grandkids": "grandchildren",
	"aunt": "aunt", "auntie": "aunt", "uncle": "uncle", "family": "family", "friend": "friend", "friends": "friends", "dog": "dog", "puppy": "puppy", "cat": "cat", "kitten": "kitten",
	"students": "students", "pupils": "pupils", "guests": "guests", "patients": "patients", "flatmate": "flatmate",
}

// pets are those of kin that are mourned as pets are.
var pets = set("dog puppy cat kitten")

// lexicon is words that are looked for.
type lexicon interface{ has(word string) bool }

// table is a long one.
type table map[string]bool

func (t table) has(word string) bool { return t[word] }

// list is a short one that stands where it is used, with spaces between.
type list string

func (l list) has(word string) bool {
	for from := 0; word != ""; {
		at := strings.Index(string(l[from:]), word)
		if at < 0 {
			return false
		}
		start, end := from+at, from+at+len(word)
		if (start == 0 || l[start-1] == ' ') && (end == len(l) || l[end] == ' ') {
			return true
		}
		from = end
	}
	return false
}

func set(s string) table {
	m := table{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

func words(s string) []string { return strings.Fields(s) }

// near reports that one of the words stands within n words of i on either
// side, whatever stands between.
func (r reader) near(i, n int, of lexicon) bool {
	return r.within(i-n, i, of) || r.within(i+1, i+n+1, of)
}

func (r reader) within(from, to int, of lexicon) bool {
	for j := max(0, from); j < min(to, r.Len()); j++ {
		if of.has(r.Word(j)) {
			return true
		}
	}
	return false
}

// clauseHas reports that one of the words stands in the clause around i, at
// most reach words away.
func (r reader) clauseHas(i int, of lexicon) bool {
	return r.before(i, of) >= 0 || r.after(i, of) >= 0
}

// reach bounds a clause, in words to either side.
const reach = 9

// before is the place of the nearest of the words before i in its clause, -1
// for none.
func (r reader) before(i int, of lexicon) int {
	for j := i - 1; j >= max(0, i-reach) && !r.Ends(j); j-- {
		if of.has(r.Word(j)) {
			return j
		}
	}
	return -1
}

// after is the same behind i.
func (r reader) after(i int, of lexicon) int {
	for j := i + 1; j <= i+reach && !r.Ends(j); j++ {
		if of.has(r.Word(j)) {
			return j
		}
	}
	return -1
}

// opens reports that nothing stands before i that belongs to the clause.
func (r reader) opens(i int) bool { return r.Word(i-1) == "" }

// mine reports "my" or "our" at i.
func (r reader) mine(i int) bool { return r.Is(i, "my", "our") }

// row reports the words one after the other from i on.
func (r reader) row(i int, words ...string) bool {
	for k, w := range words {
		if r.Word(i+k) != w {
			return false
		}
	}
	return true
}

// owned is who of theirs stands at i, as "my mum", "mums" or "my mum's" say
// it, and where it ends: "your mum".
func (r reader) owned(i int) (who string, next int, ok bool) {
	if !r.mine(i) {
		return "", i, false
	}
	j := r.Skip(i+1, "poor", "little", "young", "own", "beloved", "dear", "elderly", "disabled", "pregnant", "two", "three", "four", "2", "3", "4", "small", "whole", "entire")
	name, ok := kin[strings.TrimSuffix(r.Word(j), "'s")]
	return "your " + name, j + 1, ok
}

func oneOf(list ...[]string) []string { return slices.Concat(list...) }
