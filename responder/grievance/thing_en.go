package grievance

import (
	"slices"
	"strings"
)

// named is a noun of a post as a clause of a class tells it.
type named struct {
	noun   string // with what tells it from others: "wireless printer"
	whose  string // "your", "our" or "the"; "" where it takes none: "sharing"
	plural bool
}

func (n named) String() string { return strings.TrimSpace(n.whose + " " + n.noun) }

// told is a clause with the noun in it: {thing} is the noun, {the thing} the noun
// and whose it is; a verb agrees of which it is the subject.
func (n named) told(clause string) string {
	before, after, found := strings.Cut(clause, "{thing}")
	said := n.noun
	if !found {
		before, after, found = strings.Cut(clause, "{the thing}")
		said = n.String()
	}
	if !found {
		return clause
	}
	if verbed, ok := strings.CutPrefix(after, " "); ok && n.plural && (before == "" || before == "your " || before == "your brand-new ") {
		adverb := ""
		if rest, ok := strings.CutPrefix(verbed, "still "); ok {
			adverb, verbed = "still ", rest
		}
		after = " " + adverb + nounPhrase{plural: true}.agree(verbed)
	}
	return before + said + after
}

// speaksOfThing reports a clause with a place for a noun.
func speaksOfThing(clause string) bool {
	return strings.Contains(clause, "{thing}") || strings.Contains(clause, "{the thing}")
}

// whoseThings are the groups of things that are ours or nobody's; what is of no group
// here is the author's. Some take no article: "sharing isn't working".
var whoseThings = map[string]string{"sites": "the", "features": "the", "cloud": "the", "programs": "the", "fittings": "the", "services": "our", "staff": "our", "functions": "", "products": ""}

// thingOf is the noun of a post that a trouble befell, of the groups that may be
// told of it: the one of which something is said to fail, which the rules found or
// which is called the author's; of equals the first.
func (p *Post) thingOf(t *trouble, g Grievance) (best named, found bool) {
	if len(t.Things) == 0 || !slices.ContainsFunc(t.En, speaksOfThing) {
		return named{}, false
	}
	most := 0
	w := p.english()
	for i := range w.toks {
		n, weight := w.thingAt(i, t.Things)
		if weight == 0 {
			continue
		}
		if lastWord(n.noun) == lastWord(g.Thing) || lastWord(n.noun) == lastWord(g.Around) {
			weight += 2
		}
		if weight > most {
			best, most, found = n, weight, true
		}
	}
	return best, found
}

// thingAt reads the noun of some groups that ends at i, and how plainly it is the
// one in trouble: 0 where it may not be told.
func (p enParser) thingAt(i int, groups []string) (named, int) {
	word := p.word(i)
	group := tellable()[word]
	if group == "" || !slices.Contains(groups, group) || p.toks[i].quoted || p.compound(i) {
		return named{}, 0
	}
	begin := i // a connection is called one thing whatever stands before it
	for group != "network_home" && begin > max(0, i-maxKinds) && p.tellsKind(begin-1) {
		begin--
	}
	det, at := p.possessor(begin)
	if (carriers[group] || screens[word]) && p.merePlace(at-1) || det == "no" || det == "" && !p.bareThing(begin, i) || p.byTheWay(det, at) {
		return named{}, 0
	}
	if det == "" && !p.tellsPlainly(begin, i) {
		begin = i
	}
	var said []string
	for j := begin; j <= i; j++ {
		said = append(said, p.spellThing(p.word(j)))
	}
	noun := strings.ReplaceAll(strings.Join(said, " "), "T shirt", "T-shirt")
	return named{noun, whoseIs(group, det), p.pluralThing(word)}, p.plainness(i, at, det)
}

// byTheWay reports a thing that is only wanted or only where something is: nothing
// befell "a charger" of "need a charger", nor "a hat" of "my hair is in a hat".
func (p enParser) byTheWay(det string, at int) bool {
	return (det == "a" || det == "an") && p.is(at-1, "need", "require", "want", "needing", "requiring", "wanting", "request", "requested", "send", "in", "on", "at", "into", "under", "through", "beside", "behind")
}

// bareThing reports that the noun from begin to i is told though nothing shows whose
// it is: a service or a part of a program, what the author says to have or to have
// paid, and what opens a sentence or is many and fails.
func (p enParser) bareThing(begin, i int) bool {
	word := p.word(i)
	group := tellable()[word]
	_, ours := whoseThings[group]
	switch {
	case p.acquired(begin, i), p.priced(begin):
		return true
	case strings.HasSuffix(p.word(begin-1), "'s"):
		return false
	case ours, group == "network_home", word == "email", word == "emails":
		return true
	}
	return p.predicated(i+1) && (p.pluralThing(word) || p.opensSentence(begin))
}

// whoseIs is how the clause says whose a thing of a group is.
func whoseIs(group, det string) string {
	whose, ours := whoseThings[group]
	switch {
	case !ours, det == "my", det == "our":
		return "your"
	case det == "your" && whose != "":
		return "our"
	}
	return whose
}

// carriers are groups of things on which a program runs or is shown, screens are such
// things of other groups.
var (
	carriers = set("sites phones computers tv_sets consoles wearables own_data")
	screens  = set("screen screens display layout settings history browser")
)

// merePlace reports a preposition that makes what follows only the place of the
// trouble: "squares all over my screen"; "an error on your website" is the website's.
func (p enParser) merePlace(i int) bool {
	if !p.is(i, "on", "onto", "in", "into", "over", "at", "through", "via", "from", "across") {
		return false
	}
	return !wrongWith[p.word(i-1)]
}

// maxKinds is how many words may tell the kind of a thing.
const maxKinds = 3

// compound reports that the noun at i is but part of a longer name, "phone case",
// where that is not what is done with it: "internet service".
func (p enParser) compound(i int) bool {
	next := p.word(i + 1)
	if next == "" || p.predicated(i+1) || prepositions[next] {
		return false
	}
	return next != "service" && (tellable()[next] != "" || nouns[next] || nounForms[next] || strings.HasSuffix(p.word(i), "'s"))
}

// tellsKind reports a word before a noun that says which one it is, not how it is:
// "wireless", "vegan", "outage".
func (p enParser) tellsKind(i int) bool {
	w := p.word(i)
	if w == "" || persons[w] || relations[w] || vague[w] || p.toks[i].personal || p.toks[i].quoted {
		return false
	}
	return thingKinds[w] || tellable()[w] == "features" || singulars[w] && !closed[w] && !prepositions[w] && units[w] == "" && !weekdays[w] && !adverbs[w] && (verbs[w].base == "" || p.owns(i-1) || singulars[p.word(i-1)] && p.owns(i-2))
}

// tellsPlainly reports that all before the noun are words of kinds: without an
// article another noun may belong to what goes before.
func (p enParser) tellsPlainly(begin, i int) bool {
	for ; begin < i; begin++ {
		if !thingKinds[p.word(begin)] {
			return false
		}
	}
	return true
}

// thingKinds are adjectives that tell a thing from its sisters and judge nothing.
var thingKinds = set(`fast dark live night voice two-step t online mobile wireless wired electric electronic digital smart bluetooth vegan vegetarian veggie iced leather suede wooden denim wool woollen cotton silk linen metal glass plastic
	black white red blue green grey pink yellow purple brown navy beige silver gold big large small reporting booking billing tracking double single king winter summer maternity running hiking swimming riding monthly weekly annual
	return outbound connecting prepaid portable folding garden kitchen bathroom bedroom office gaming sports school wedding birthday christmas baby tumble washing electric gas cordless robot touch`)

// owns reports a word that shows whose a thing is.
func (p enParser) owns(i int) bool {
	return Owner(p.word(i))
}

// possessor is the word that shows whose the noun phrase is that begins at i, and where
// it stands; what a product is called may stand between.
func (p enParser) possessor(i int) (string, int) {
	for j := i - 1; j >= max(0, i-maxBetween); j-- {
		switch w := p.word(j); {
		case w == "no" || w == "any" || w == "another" || w == "other" || w == "every" || w == "each":
			return "no", j
		case p.owns(j), w == "new" && !p.owns(j-1):
			return w, j
		case (isShortNumber(w) || numberWords[w] || len(w) < 3 && isNumber(w)) && p.pluralThing(p.word(i)):
			return "a", j
		case w == "" && p.toks[j].kind != isHandle, closed[w], prepositions[w], verbs[w].base != "" && !adjectives[w], pronouns[w] != "", relations[w], persons[w], strings.Contains(w, "'"):
			return "", i
		case tellable()[w] != "":
			return "", i
		}
	}
	return "", i
}

// maxBetween is how many words may stand between a noun and whose it is.
const maxBetween = 4

// acquired reports that a thing without an article is one that the author has:
// "ordered garden chairs", "towels I got in the sale".
func (p enParser) acquired(begin, i int) bool {
	if p.is(i+1, "i", "we") && obtained[p.word(i+2)] {
		return !p.is(i+3, "before", "elsewhere", "previously")
	}
	for j := begin - 1; j >= max(0, begin-maxBetween); j-- {
		if obtained[p.word(j)] {
			return !p.is(j-1, "to", "can", "can't", "don't", "never") && !p.is(j+1, "to", "been")
		}
		if p.word(j) == "" {
			return false
		}
	}
	return false
}

// priced reports that a price stands before: "£1.95 for butter".
func (p enParser) priced(begin int) bool {
	return p.is(begin-1, "for") && begin > 1 && p.toks[begin-2].kind == isAmount
}

// opensSentence reports that nothing of the sentence stands before: "printer won't
// print", as people write in haste.
func (p enParser) opensSentence(i int) bool {
	return i == 0 || p.toks[i-1].kind == isBreak || p.toks[i-1].kind == isHandle
}

var obtained = set("bought ordered purchased received got have wearing preordered")

// predicated reports words behind a noun that say how it is or what it does.
func (p enParser) predicated(i int) bool {
	if i < len(p.toks) && p.toks[i].kind == isHandle {
		i++
	}
	i = p.skip(i, "just", "still", "really", "always", "constantly", "also", "suddenly", "now", "even", "both")
	return predicates[p.word(i)]
}

var predicates = set(`is isn't are aren't was wasn't were weren't has hasn't have haven't had won't doesn't don't didn't can't couldn't keeps keep kept never stopped stops broke breaks fell came comes arrived
	died dies went goes gets got not failed fails crashed crashes freezes froze leaks leaked smells tastes tasted looks looked needs cost costs disappeared vanished snapped cracked burst ripped split tore
	refuses refused no out blinks flashes displays shows started does unable`)

// plainness is how plainly the noun at i, of which the phrase begins at a place, is
// the one in trouble.
func (p enParser) plainness(i, at int, det string) int {
	weight := 4
	if p.predicated(i + 1) {
		weight += 2
	}
	if det == "my" || det == "our" || det == "this" || det == "these" || det == "your" {
		weight++
	}
	if prepositions[p.word(at-1)] {
		weight--
		if before := p.word(at - 2); wrongWith[before] {
			weight += 3
		}
	}
	if p.redeeming(at) || p.praised(i+1) || p.is(at-1, "than", "like", "unlike") || p.is(at-1, "of") && p.is(at-2, "instead", "type", "kind", "piece") {
		return 0
	}
	return weight
}

// redeeming reports words before a thing by which it is no trouble: "the only good
// thing was the gravy".
func (p enParser) redeeming(at int) bool {
	for j := max(0, at-4); j < at; j++ {
		if p.is(j, "redeeming", "except", "apart", "besides", "good", "fine", "love", "loved", "decent") {
			return true
		}
	}
	return false
}

// praised reports that what stands behind a thing is well with it: "the pilot was
// grand", "remote is fine".
func (p enParser) praised(i int) bool {
	if !p.is(i, "is", "was", "are", "were", "seems", "works", "worked", "looks") {
		return false
	}
	i = p.skip(i+1, "so", "very", "really", "absolutely", "all", "perfectly", "just", "always")
	return p.is(i, "fine", "ok", "okay", "good", "great", "grand", "lovely", "nice", "kind", "helpful", "polite", "friendly", "amazing", "brilliant", "excellent", "perfect", "sweet", "well", "beautiful")
}

// wrongWith are words that stand with a preposition before what is in trouble:
// "problems with", "an error on".
var wrongWith = set("problem problems issue issues trouble wrong error errors fault faults defect glitch bug difficulty difficulties disappointed unhappy hole stain crack happened mess")

// pluralThing reports a word of things.txt in the plural.
func (p enParser) pluralThing(w string) bool {
	if productNames[w] != "" {
		w = strings.TrimRight(w, "0123456789") // "powerbeats3", and not "ps5"
	}
	if plural, _ := p.numberOf(w); plural {
		return true
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !oneThing[w]
}

// oneThing are words that end as if there were several.
var oneThing = set("bus series lens gps")

// spellThing is a word as it is written in print.
func (p enParser) spellThing(w string) string {
	if name := productNames[w]; name != "" {
		return name
	}
	return p.spell(w)
}

// productNames are products of which the rules know nothing.
var productNames = map[string]string{"carplay": "CarPlay", "powerbeats": "Powerbeats", "powerbeats3": "Powerbeats", "powerpoint": "PowerPoint", "onedrive": "OneDrive", "whatsapp": "WhatsApp", "t": "T", "tshirt": "T-shirt", "tshirts": "T-shirts"}
