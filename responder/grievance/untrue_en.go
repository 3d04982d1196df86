package grievance

import "strings"

// What a rule reads of one sentence and the post does not say.

// sayable reports that what was found at i is so, is the author's, and is no more
// than thought of, asked, denied or quoted.
func (p enParser) sayable(f finding, i int) bool {
	switch {
	case p.hypothetical(i),
		p.notTheirs(f, i),
		selfish(f.Issue),
		p.negated(f, i),
		p.onlyAsked(f, i),
		resolved(f.Issue),
		emptied(f.Issue),
		p.theirWords(f, i),
		ofNothing(f.Issue),
		alsoMisread(f.Issue),
		p.onAccount(f.Issue, i),
		ofCustomer(f.Issue),
		stranded(f.Issue),
		unowned(f.Issue):
		return false
	}
	return true
}

// resolved reports a clause in which the author says what they will not do, which
// is no trouble: "I'm not paying for extra".
func resolved(issue string) bool {
	rest, ok := strings.CutPrefix(issue, "you're not ")
	if !ok {
		rest, ok = strings.CutPrefix(issue, "it isn't ")
	}
	return ok && resolves[firstWord(rest)]
}

// resolves are what people do or will not do, and no thing does.
var resolves = set("paying buying ordering subscribing renewing going coming flying travelling shopping leaving asking answering listening eating waiting sleeping helping booking complaining cancelling")

// emptied reports a thing of the author's home whose state is a consequence, or their
// own doing: "freezer empty, party tomorrow", "box unplugged, still nothing".
func emptied(issue string) bool {
	subject, state, ok := strings.Cut(issue, " was ")
	if !ok {
		subject, state, ok = strings.Cut(issue, " is ")
	}
	return ok && state == "empty" && larders[lastWord(subject)] || strings.Contains(issue, " unplugged")
}

// larders are what people have at home and fill themselves.
var larders = set("freezer fridge flat house home kettle cupboard larder pantry stomach belly pocket wallet purse apartment kitchen")

// theirWords reports words of ours at i that tell what there is none of, or where
// there is trouble, where they are quoted: "no device found", "an issue in your area".
func (p enParser) theirWords(f finding, i int) bool {
	if !p.quoted(i) || p.is(i-2, "they've", "have", "had", "there's", "you've", "has") {
		return false
	}
	return strings.HasPrefix(f.Issue, "there was no ") || strings.HasPrefix(f.Issue, "there were no ") || strings.HasPrefix(f.Issue, "you've had trouble with ") || strings.HasSuffix(f.Issue, " in stock")
}

// openedOut tells windows that do not open as what they are: no program has that
// trouble.
func openedOut(issue string) string {
	for _, verb := range []string{"open", "close", "shut"} {
		rest, ok := strings.CutPrefix(issue, "Windows doesn't "+verb)
		if ok && (rest == "" || strings.HasPrefix(rest, " properly") || strings.HasPrefix(rest, " at all")) {
			return "the windows don't " + verb + rest
		}
	}
	return issue
}

// ofGlass reports a post whose windows are those of a house or a vehicle, and no program.
func (p enParser) ofGlass() bool {
	return p.speaksOf(glazed) && !p.speaksOf(computing)
}

var (
	glazed    = fields("leak leaks leaking leaked rain draught draughts draughty glazing glazed pane panes glass glazier fitted fitter fitters curtains blinds sill frame frames van coach carriage flat kitchen bedroom conservatory condensation smashed cracked steamed filthy dirty washed cleaner")
	computing = fields("app apps laptop pc computer desktop update updates updating microsoft software boot boots reboot bios login defender")
)

// instructed reports that the "no" at i is what somebody asked for: "told the girl
// she's allergic, NO MAYO on the box".
func (p enParser) instructed(i int) bool {
	for j := i - 1; j >= max(0, i-16); j-- {
		if p.is(j, "wrote", "written", "allergic", "allergy", "allergies", "requested", "instructions", "specified", "intolerant", "coeliac", "vegan", "vegetarian") {
			return true
		}
	}
	return p.is(i+2, "in") && p.is(i+3, "capitals", "caps")
}

// quotedWait reports a wait at i that somebody said it would be: "they said wait 24
// hours", "was told a 30 minute wait".
func (p enParser) quotedWait(i int) bool {
	for j := i - 1; j >= max(0, i-6) && p.word(j) != ""; j-- {
		if p.is(j, "i", "we", "been", "i've", "we've", "i'm") {
			return false
		}
		if p.is(j, "said", "says", "say", "saying", "told", "tells", "telling", "quoted", "quoting", "promised", "estimated", "advised", "claims", "claimed", "states", "reckons", "expected", "expect") {
			return true
		}
	}
	return false
}

// comesNext reports an event at hand behind a noun: "her birthday's coming up".
func (p enParser) comesNext(n phrase, j int) bool {
	return p.is(j+1, "coming") && p.is(j+2, "up") && !peels[singular(n.head)]
}

// peels are what comes up where it is stuck or laid down.
var peels = set("floor flooring laminate lino tile carpet wallpaper edge varnish paint sole vinyl grout turf paving slab label sticker")

// wentLate reports that what was late at i has left or come: "left Elmtown 36 hours
// late".
func (p enParser) wentLate(i int) bool {
	for j := i - 1; j >= max(0, i-4); j-- {
		switch {
		case p.is(j, "left", "arrived", "landed", "departed", "came"):
			return true
		case j < i-1 && !p.mayBeName(j) && !prepositions[p.word(j)]:
			return false
		}
	}
	return false
}

// back steps back over words of a list.
func (p enParser) back(i int, words ...string) int {
	for p.is(i, words...) {
		i--
	}
	return i
}

// shoutedAt: "he shouted at an old woman", "yelled at my son".
func (p enParser) shoutedAt(i int) (finding, bool) {
	if !p.is(i, "shouted", "yelled") || !p.is(i+1, "at") {
		return finding{}, false
	}
	n, _, ok := p.np(i+2, maxNouns)
	switch {
	case ok && n.det == "your" && relations[n.head]:
		return told(weightClear, join(n.subject(), n.pick("was", "were"), p.word(i), "at"), "", "")
	case p.is(i+2, "a", "an", "another", "some", "this", "him", "her", "someone", "somebody", "people", "customers", "passengers"):
		return told(weightClear, "somebody was "+p.word(i)+" at", "", "")
	}
	return finding{}, false
}

// unreadContent reports that what was said goes on behind a tail: "told [it] isn't for
// people like me", "told [in your shop] I could change".
func (p enParser) unreadContent(t tail) bool {
	return auxiliaries[p.word(t.next)] || t.next < len(p.toks) && p.toks[t.next].quote || t.objects == 0 && p.is(t.next, "i", "we", "it", "it's", "they", "you", "he", "she", "that", "there", "there's")
}

// ofNothing reports a clause about what nobody sends, said of as not received: "you
// never got the names"; or about an unnamed half: "the half can't see the money".
func ofNothing(issue string) bool {
	for _, begins := range []string{"you didn't get ", "you never got ", "you haven't got ", "you never get "} {
		if what, ok := strings.CutPrefix(issue, begins); ok {
			what, _, _ = strings.Cut(what, " for ")
			return ungiven[lastWord(what)]
		}
	}
	return strings.HasPrefix(issue, "the half ")
}

// lapsed tells a page or a link that ran out of time as expired: it is no food.
func lapsed(issue string) string {
	for _, state := range []string{" was out of date", " were out of date"} {
		if what, ok := strings.CutSuffix(issue, state); ok && timedOut[singular(lastWord(what))] {
			return what + " expired"
		}
	}
	return issue
}

// timedOut are what expires though nobody eats it.
var timedOut = set("page session link code token form offer voucher coupon quote basket password ticket pass certificate card points reservation")

// unarticled mends an article where none stands.
var unarticled = strings.NewReplacer("your all ", "all your ", " the track of ", " track of ", "your same ", "the same ")

// reworded tells an issue as what it is of.
func (p enParser) reworded(issue string) string {
	issue = trimmedOff(lapsed(issue))
	return unarticled.Replace(p.unwanted(openedOut(issue)))
}
