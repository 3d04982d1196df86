package grievance

import "strings"

// asClaimed tells what somebody or a screen says of the author, where that is a claim:
// "it tells me my number isn't registered" is "you're told your number isn't registered".
func (p enParser) asClaimed(issue string, at int) string {
	told := "you're told " + issue
	if strings.HasPrefix(issue, "there were no ") || strings.HasPrefix(issue, "there was no ") {
		if j := p.back(p.back(at-1, "was", "were", "there"), "us", "me", "that"); p.is(j, "told") && p.is(j+1, "us", "me") && len("you were told ")+len(issue) <= maxIssue {
			return "you were told " + issue
		}
	}
	if !p.claims(at) || len(told) > maxIssue || !(strings.HasPrefix(issue, "your ") || strings.HasPrefix(issue, "the ") || strings.HasPrefix(issue, "it's ") || strings.HasPrefix(issue, "there are no known ")) {
		return issue
	}
	for _, ends := range claimEnds {
		if strings.HasSuffix(issue, ends) || strings.Contains(issue, ends+" ") {
			return told
		}
	}
	return issue
}

// claimEnds end what is not so because somebody says it.
var claimEnds = []string{" isn't registered", " hasn't been registered", " hasn't been recognised", " isn't recognised", " isn't in use", " isn't valid", " isn't eligible", " doesn't exist", " isn't supported", " it's wrong", "it's wrong",
	" is wrong", " was wrong", " isn't compatible", " doesn't show the face", " doesn't match", " isn't on the system", " known faults in your area", " known issues in your area", " is too big", " is too small"}

// claims reports that what begins at i is told by somebody else: behind "tells me",
// or the first words of a quotation.
func (p enParser) claims(i int) bool {
	j := i - 1
	if j >= 0 && p.toks[j].quote && p.quoted(i) {
		return true
	}
	j = p.back(j, "that", "me", "us")
	return p.is(j, "says", "say", "saying", "tells", "tell", "telling", "claims", "claiming", "insists", "insisting", "reckons")
}

// What is of another, is an idiom, or is cut off so that it says something else.
var (
	misreadWhole = map[string]bool{
		"you couldn't make out": true, "you can't make out": true, // cut off before what it is of
		"you couldn't see one": true, "you can't see one": true, // one of what, another sentence says
		"you got told off":        true,                                 // by others, on account of the trouble
		"you didn't pay":          true,                                 // what the author owes is no trouble of theirs, or somebody else did not
		"the business was closed": true, "the business is closed": true, // "close of business"
	}
	misreadBegins = []string{
		"you've never seen ",         // past compare: "never seen three people so happy to do nothing"
		"we won't be ",               // a warning to those who read: "you won't be signing anything"
		"you haven't seen the route", // "the route 105": which one is cut off
		"every other ",               // it is of others
	}
	misreadWithin = []string{
		" couldn't run a ", " could run a ", " couldn't organise a ", // unfit for anything, an idiom
		" goes off on the ", " go off on the ", // a debit order does, every month
	}
)

// alsoMisread reports an issue of another's, of an idiom, or cut off so that it says
// something else.
func alsoMisread(issue string) bool {
	if misreadWhole[issue] {
		return true
	}
	for _, begins := range misreadBegins {
		if strings.HasPrefix(issue, begins) {
			return true
		}
	}
	for _, within := range misreadWithin {
		if strings.Contains(issue, within) {
			return true
		}
	}
	if whom, ok := strings.CutPrefix(issue, "you were sent a "); ok && persons[firstWord(whom)] {
		return true // "a woman in Hull's box"
	}
	for _, begins := range []string{"you had to ", "you have to ", "you've had to "} {
		if clause, ok := strings.CutPrefix(issue, begins); ok && (reactions[clause] || strings.HasPrefix(clause, "sit down ") || strings.HasPrefix(clause, "lie down ") || strings.HasPrefix(clause, "put your ") && !strings.Contains(clause, " in") && !strings.Contains(clause, " on")) {
			return true
		}
	}
	return false
}

// reactions are what one has to do at some news, or would rather be doing.
var reactions = phrases("go to work|go to bed|go home|sit down|lie down|laugh|laugh out loud|look twice|read it twice|go|leave|be honest|ask")

// unwanted tells what was charged for and never asked for: "what is this charge, I never
// signed up for anything".
func (p enParser) unwanted(issue string) string {
	for _, never := range []string{"you never signed up", "you've never signed up", "you didn't sign up", "you didn't subscribe", "you never subscribed", "you've never subscribed", "you haven't signed up", "you haven't subscribed"} {
		if strings.HasPrefix(issue, never) {
			if p.paid() {
				return "you were charged for something you never signed up for"
			}
			return ""
		}
	}
	return issue
}

// paid reports a post that speaks of money which was taken.
func (p enParser) paid() bool {
	for i := range p.toks {
		if p.toks[i].kind == isAmount || p.is(i, "charged", "charge", "charges", "bill", "billed", "airtime", "debit", "payment", "paying", "subscription", "quid") {
			return true
		}
	}
	return false
}

// byThem reports a deed at j, of an object at k, that the author does or that harms
// nobody: "your chat took my order", "@acme opened my cafe last week".
func (p enParser) byThem(v verb, i, j, k int) bool {
	n, next, ok := p.np(k, maxNouns)
	switch {
	case !ok:
		return false
	case v.base == "take" && (taken[n.head] && !p.is(next, "off", "away", "down") || dayparts[n.head] || n.head == "day" || p.is(next, "out") && n.det == "the"):
		return true
	case v.base == "open" && premises[n.head] && n.det == "your" && (p.word(j-1) == "" || j == i+1):
		return true
	}
	return false
}

var (
	// taken is what is taken by whoever serves somebody.
	taken = set("cancellation order booking details call complaint name number picture photo photograph report call reading temperature word meter")
	// premises are what one opens and has.
	premises = set("cafe shop account salon business store restaurant bar studio surgery practice bakery")
)

// addsUp reports "make the figures add up" from i on: an idiom, whatever is added up,
// of which "you can't make the figures" would be left.
func (p enParser) addsUp(i int) bool {
	for j := i + 1; j < i+6; j++ {
		if p.is(j, "add") && p.is(j+1, "up") {
			return true
		}
	}
	return false
}

// keepsThings reports a tail of "keeps" that names a thing and nothing that goes on:
// "boarding passes offline".
func keepsThings(tail string) bool {
	first, rest, _ := strings.Cut(tail, " ")
	return gerunds[first] && (nounForms[firstWord(rest)] || singulars[singular(firstWord(rest))])
}

// obliged is what the author had to do at i, "" where it is something else: "put it on a
// tile". What they were made to do, or had to do more than once, is a trouble by itself.
func (p enParser) obliged(issue string, i int) string {
	clause, ok := strings.CutPrefix(issue, "you had to ")
	if !ok {
		clause, ok = strings.CutPrefix(issue, "you have to ")
	}
	if !ok || p.is(i, "made", "make", "makes", "making", "force", "forced", "forces", "forcing") {
		return ""
	}
	for _, more := range []string{" again", " yourself", " twice", " times"} {
		if strings.Contains(clause, more) {
			return ""
		}
	}
	return clause
}

// onAccount reports what the author had to do on account of a trouble that is told
// elsewhere in the post, and that cost them nothing: "had to put it on a tile".
func (p enParser) onAccount(issue string, i int) bool {
	return coping[firstWord(p.obliged(issue, i))]
}

// besideTrouble makes little of what the author had to do, unless it cost them something:
// the trouble it was for is told rather, where the post names it.
func (p enParser) besideTrouble(f finding, i int) finding {
	if clause := p.obliged(f.Issue, i); clause != "" && !costly[firstWord(clause)] {
		f.weight = min(f.weight, weightPlain)
	}
	return f
}

// coping is what somebody does about a trouble, and no trouble itself.
var coping = set("put give say admit look turn check google laugh smile wonder share tell mention hold open let see know reset")

// costly are what costs somebody time, money or more to do.
var costly = set("stop ring call phone pay wait drive walk chase queue sleep stand sit ask throw bin buy cancel miss repeat explain beg carry take travel fly go come stay spend replace fix repair clean wash borrow run move abandon eat use keep send return print do find collect pick book rebook reorder download create restart reboot prove fight argue shower live cook push sign shop")
