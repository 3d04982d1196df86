package grievance

import "strings"

// phrase is a noun phrase of the post told in the second person, of words of
// the tables alone: "your new phone", "the ringer volume".
type phrase struct {
	det    string // "your", "our", "the", "a", "no", a number; "" where there is none
	noun   string // without det: "ringer volume"
	head   string // the last word as the post has it
	plural bool
	mass   bool
	any    bool // someone, something: takes no article
	words  int  // how many were read for noun; not all of them need be in it
}

// counts are determiners that want a plural.
var counts = set("two three four five six both")

// maxNouns bounds the words of a noun phrase.
const maxNouns = 5

// dets are words that open a noun phrase and what we make of them.
var dets = map[string]string{
	"my": "your", "our": "your", "mine": "", "your": "our", "ur": "our", "the": "the", "this": "this", "that": "that", "these": "these", "those": "those",
	"a": "a", "an": "a", "any": "any", "some": "some", "no": "no", "his": "the", "her": "the", "their": "the", "its": "its", "another": "another",
	"every": "every", "either": "either", "each": "each", "both": "both", "all": "all", "more": "more", "other": "other", "enough": "enough",
	"two": "two", "three": "three", "four": "four", "five": "five", "six": "six", "one": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six",
}

// npAt is np, read anew.
func (p enParser) npAt(i, limit int) (phrase, int, bool) {
	n := phrase{}
	if p.is(i, "some", "most", "half", "one", "two", "three", "both", "several", "none", "any", "all") && p.is(i+1, "of") && dets[p.word(i+2)] != "" {
		n.det, i = p.word(i)+" of "+dets[p.word(i+2)], i+3
	} else if p.is(i, "half") && p.is(i+1, "my", "our", "the", "your") {
		n.det, i = "half of "+dets[p.word(i+1)], i+2
	} else if det, ok := dets[p.word(i)]; ok && det != "" && !p.is(i+1, "st", "nd", "rd", "th") {
		n.det, i = det, i+1
		if p.is(i, "own") && det == "the" {
			i++ // "their own money"
		}
		if own := dets[p.word(i)]; (det == "all" || det == "both") && own != "" {
			n.det, i = det+" "+own, i+1
		}
	}
	if n.det == "no" && p.is(i-1, "no") && i < len(p.toks) && p.toks[i].glued {
		return n, i, false // "a no-ball"
	}
	if n.det == "no" && p.word(i) != "" && strings.Trim(p.word(i), "0123456789") == "" {
		return n, i, false // "train no 1234"
	}
	if n.det != "" && i < len(p.toks) && i >= 0 && p.toks[i].kind == isHandle {
		i++ // "my @brand order"
		if v := verbs[p.word(i)]; v.base != "" && p.word(i) == thirdOf(v.base) {
			return n, i, false // "my @brand smells"
		}
	}
	if (n.det == "your" || n.det == "our" || n.det == "no" || counts[n.det] || n.det == "the" && !p.is(i-1, "this", "that")) && p.nominal(i) == notNominal && !p.measured(i) {
		if j := p.unknownName(i); j != i {
			n, next, ok := p.nouns(n, j, limit)
			return n, next, ok && !vague[n.head] && !persons[n.head]
		}
	}
	return p.nouns(n, i, limit)
}

// measured reports a length or an age before a noun: "7 year guarantee".
func (p enParser) measured(i int) bool {
	w := p.word(i)
	return (isShortNumber(w) || numberWords[w] && !counts[w] && dets[w] == "") && p.is(i+1, "day", "inch", "ft", "foot", "hour", "seater", "piece", "month", "year") && p.nominal(i+2) != notNominal
}

// vague are nouns that say nothing without the word before them.
var vague = set("change problem issue thing code number day time way part side list service case end level name point type place person people")

// unknownName passes over what a product is called, before the noun that says
// what it is: "my Acmeline 300 laptop".
func (p enParser) unknownName(i int) int {
	for j := i; j < i+3; j++ {
		w := p.word(j)
		if w == "" || closed[w] || verbs[w].base != "" || prepositions[w] || adverbs[w] || pronouns[w] != "" || swears[w] || strings.Contains(w, "'") {
			return i
		}
		if j+1 < len(p.toks) && p.toks[j+1].glued && p.word(j) != "e" {
			return i // "three pop-ups"
		}
		if p.nominal(j+1) == isNoun || p.nominal(j+1) == isModifier && p.nominal(j+2) == isNoun {
			return j + 1
		}
	}
	return i
}

// ordinal is the number of the "2" and the "nd" that a writer parted at i, "" for none.
func (p enParser) ordinal(i int) string {
	if !p.is(i+1, "nd", "rd", "th") {
		return ""
	}
	return ordinals[p.word(i)+p.word(i+1)]
}

func (p enParser) nouns(n phrase, i, limit int) (phrase, int, bool) {
	var said []string
	end := 0 // of said, behind the last noun
	next := i
	for len(said) < limit {
		w := p.word(i)
		if p.measured(i) {
			i += 2
			continue
		}
		if swears[w] || i < len(p.toks) && i >= 0 && p.toks[i].kind == isAmount && (n.det != "" || len(said) > 0) || len(said) == 0 && n.det == "the" && isShortNumber(w) {
			i++
			continue
		}
		if end > 0 && p.tellsWhen(i) {
			break
		}
		if n.det == "the" && len(said) == 0 && isShortNumber(p.word(i-1)) && units[w] != "" {
			return n, i, false // "the 12 minute mark"
		}
		if word := p.ordinal(i); word != "" && end == 0 && p.nominal(i+2) != notNominal {
			said, i = append(said, word), i+2
			n.words = len(said)
			continue
		}
		kind := p.nominal(i)
		second := end > 0 && end == len(said) && kind == isNoun
		if second && (p.modifiesNot(n.head) || relations[w]) && !weekdays[w] && verbs[w].base == "" {
			return n, i, false // "our drivers [mistakes]": an apostrophe is missing
		}
		if kind == notNominal || second && p.modifiesNot(n.head) && verbs[w].base != "" || p.toks[i].personal || end > 0 && (weekdays[w] || end == len(said)) && (brands[w] != "" || names[w] != "" && strings.ToLower(names[w]) != names[w]) {
			break
		}
		said, i = append(said, p.spell(w)), i+1
		n.words = len(said)
		if kind == isNoun {
			end, next = len(said), i
			n.head = w
		}
		if p.is(i-1, "which", "who") {
			break
		}
	}
	if end == 0 || relations[singular(n.head)] && n.head != singular(n.head) && p.nominal(i) == isNoun {
		return n, i, false // "my kids Christmas"
	}
	if v := verbs[p.word(next)]; n.det == "a" && v.isBase && !v.past && !p.is(next, "last", "like", "please") && !prepositions[p.word(next)] {
		return n, i, false // "a phone [call]": there is no telling which word of the two is the thing
	}
	n.noun = strings.Join(said[:end], " ")
	if n.det == "our" && n.noun == "account" && p.is(i-n.words-2, "use", "using", "access", "into", "open", "create", "close", "delete", "cancel", "activate") {
		n.det = "your" // theirs, with us
	}
	n, ok := p.numbered(n)
	if ok {
		i = p.model(next)
	}
	return n, i, ok
}

// tellsWhen reports words behind a noun that are none of its own: "my order [two
// weeks] after", "a lamp [last week]".
func (p enParser) tellsWhen(i int) bool {
	unit := p.word(i + 1)
	if numberWords[p.word(i)] || isShortNumber(p.word(i)) {
		return units[unit] != ""
	}
	return p.is(i, "last", "this", "next") && (units[unit] != "" || weekdays[unit] || p.is(i+1, "night", "weekend", "morning", "evening", "summer", "winter"))
}

// numbered says of a phrase whether it is plural; it is not ok where its words do not
// agree: "two chair".
func (p enParser) numbered(n phrase) (phrase, bool) {
	n.plural, n.mass = p.numberOf(n.head)
	if counts[n.det] && !n.plural {
		return n, false
	}
	if strings.HasPrefix(n.det, "one of ") {
		n.plural = false // "one of your shoes has split"
	} else if n.det == "these" || n.det == "those" || (strings.HasPrefix(n.det, "all") || counts[firstWord(n.det)] || firstWord(n.det) == "several") && !n.mass {
		n.plural = true
	}
	return n, true
}

type nominal int

const (
	notNominal nominal = iota + 1
	isModifier
	isNoun
)

// modifiesNot reports a noun that hardly stands before another: plurals, and
// people ("my brothers [data]").
func (p enParser) modifiesNot(head string) bool {
	plural, _ := p.numberOf(head)
	return plural && head != "sales" && head != "sports" && head != "games" && head != "savings" && head != "accounts" && head != "graphics" || relations[singular(head)]
}

var weekdays = set("monday tuesday wednesday thursday friday saturday sunday halloween christmas easter")

// nominalAt is nominal, read anew.
func (p enParser) nominalAt(i int) nominal {
	w := p.word(i)
	switch {
	case w == "":
		return notNominal
	case nounForms[w], singulars[singular(w)]:
		if w == "charge" && isShortNumber(p.word(i+1)) {
			return notNominal // a product's name
		}
		if (w == "us" || w == "can" || w == "back" || w == "last" || w == "like" || w == "set" || w == "show" || w == "need" || w == "well" || w == "till" || w == "is") && !p.opened(i) {
			return notNominal
		}
		if w == "us" || w == "can" {
			return notNominal
		}
		return isNoun
	case gerunds[w] && (auxiliaries[p.word(i+1)] || p.is(i+1, "keeps", "stopped")):
		return isNoun // "fast charging isn't working"
	case adjectives[w], qualifiers[w], w == "left" && sided[p.word(i+1)]:
		return isModifier
	case verbs[w].isBase && dets[p.word(i-1)] != "" && p.word(i+1) != "" && (nouns[p.word(i+1)] || things[p.word(i+1)].isThing(p.word(i+1))):
		return isModifier // "the edit button"
	case verbs[w].pp && dets[p.word(i-1)] != "" && p.word(i+1) != "" && verbs[p.word(i+1)].base == "" && (nouns[p.word(i+1)] || nouns[singular(p.word(i+1))] || things[p.word(i+1)].isThing(p.word(i+1))):
		return isModifier // "my saved games"
	case strings.HasSuffix(w, "'s") && ownerable(strings.TrimSuffix(w, "'s")):
		return isModifier // "my mum's parcel"
	}
	return notNominal
}

// gerunds are what a device or a service does, as things.
var gerunds = set("charging billing streaming recording messaging texting roaming printing scanning syncing tracking boarding shipping casting mirroring calling heating cooling ticketing")

// sided are things of which there is a left one.
var sided = set("ear earbud earphone speaker side hand shoe boot sleeve lens pedal wheel stick joystick headlight lane")

// singulars are nouns in the singular, nounForms all forms that are told as they stand.
var (
	singulars = union(nouns, set(strings.Join(keys(things), " ")))
	nounForms = union(singulars, pluralOnly, masses, relations, set(strings.Join(keys(brands), " ")), set(strings.Join(keys(names), " ")))
)

// ownerable reports who or what may own a thing that is told: "my mum's
// parcel", "last week's order".
func ownerable(w string) bool {
	return relations[w] || weekdays[w] || things[w].isThing(w) || w == "today" || w == "yesterday" || w == "week" || w == "month"
}

// opened reports that a determiner or an adjective stands before i.
func (p enParser) opened(i int) bool {
	return dets[p.word(i-1)] != "" || adjectives[p.word(i-1)]
}

func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ves"):
		if nouns[w[:len(w)-1]] {
			return w[:len(w)-1]
		}
		if nouns[w[:len(w)-3]+"fe"] {
			return w[:len(w)-3] + "fe"
		}
		return w[:len(w)-3] + "f"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

func (p enParser) numberOf(head string) (plural, mass bool) {
	if t, ok := things[head]; ok {
		return t.plural, t.mass
	}
	if masses[head] || gerunds[head] {
		return false, true
	}
	if pluralOnly[head] {
		return true, false
	}
	if head == "windows" && p.ofGlass() {
		return true, false
	}
	switch head {
	case "bus", "access", "news", "business", "address", "series", "glass", "gas", "process", "boss", "dress", "mattress", "compass", "pass", "class", "status", "bonus", "halloween", "christmas", "ios", "gps", "sms", "windows":
		return false, head == "access" || head == "news" || head == "ios" || head == "gps" || head == "windows"
	}
	if _, name := brands[head]; name {
		return false, true
	}
	one := singular(head)
	return !nouns[head] && (nouns[one] || things[one].isThing(one)), false
}

func (p enParser) spell(w string) string {
	if w == "windows" && p.ofGlass() {
		return w
	}
	if name, ok := names[w]; ok {
		return name
	}
	if name, ok := brands[w]; ok {
		return name
	}
	return w
}

// String tells the phrase with its determiner.
func (n phrase) String() string {
	switch n.det {
	case "":
		return n.noun
	case "a":
		if n.plural {
			return n.noun
		}
		return article(n.noun) + " " + n.noun
	case "this", "that":
		return "the " + n.noun
	case "these", "those":
		return "the " + n.noun
	}
	return n.det + " " + n.noun
}

// subject tells the phrase where it must have a determiner.
func (n phrase) subject() string {
	t, known := things[n.head]
	switch {
	case n.det == "other" && !n.plural:
		return "the other " + n.noun
	case n.det == "a" && known && !t.shared:
		return "your " + n.noun
	case n.det == "a":
		return "the " + n.noun
	case n.det == "" && firstWord(n.noun) == "customer" && n.head != "customer":
		return "our " + n.noun
	case n.det == "" && known && !t.shared:
		return "your " + n.noun
	case n.det == "" && relations[n.head] && !n.plural:
		return "your " + n.noun
	case n.det == "" && brands[n.head] != "" && n.noun == brands[n.head] && n.noun != strings.ToLower(n.noun):
		return n.noun
	case n.det == "" && !n.any:
		return "the " + n.noun
	}
	return n.String()
}

// object tells the phrase behind a verb: a lone singular wants an article.
func (n phrase) object() string {
	if n.det == "" && !n.plural && !n.mass && !n.any {
		if t, known := things[n.head]; known && !t.shared && owned[n.head] || relations[n.head] {
			return "your " + n.noun
		}
		return "the " + n.noun
	}
	return n.String()
}

func (n phrase) pick(one, many string) string {
	if n.plural {
		return many
	}
	return one
}

func article(next string) string {
	switch {
	case strings.HasPrefix(next, "hour"), strings.HasPrefix(next, "honest"):
		return "an"
	case strings.HasPrefix(next, "uni"), strings.HasPrefix(next, "use"), strings.HasPrefix(next, "one"), strings.HasPrefix(next, "eu"), strings.HasPrefix(next, "us"), strings.HasPrefix(next, "UK"):
		return "a"
	case next != "" && isVowel(next[0]|0x20), strings.HasPrefix(next, "HD"), strings.HasPrefix(next, "SMS"), strings.HasPrefix(next, "SSD"):
		return "an"
	}
	return "a"
}

// state makes a state agree.
func (n phrase) state(s string) string {
	if s == states["freezing"] && (chilly[n.head] || roomy[n.head]) {
		s = "is freezing" // cold rather than stuck
	}
	return nounPhrase{plural: n.plural}.agree(s)
}
