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

// alsoMisread reports an issue of another's, of an idiom, or cut off so that it says
// something else.
func alsoMisread(issue string) bool {
	rest, could := strings.CutPrefix(issue, "you couldn't ")
	if !could {
		rest, could = strings.CutPrefix(issue, "you can't ")
	}
	switch {
	case strings.HasSuffix(issue, " run a bath"), could && (rest == "make out" || rest == "see one" || strings.HasPrefix(rest, "run a ") || strings.HasPrefix(rest, "organise a ")):
		return true
	case strings.HasPrefix(issue, "your package is invalid"), issue == "the business was closed", issue == "the business is closed", strings.HasPrefix(issue, "you've never seen "), strings.HasPrefix(issue, "we won't be "), issue == "you got told off", issue == "you didn't pay", strings.HasPrefix(issue, "you were sent a woman"), strings.HasPrefix(issue, "you were sent a man"):
		return true
	case strings.Contains(issue, " goes off on the ") || strings.Contains(issue, " go off on the "):
		return true // a debit order does
	case strings.HasPrefix(issue, "every other "):
		return true // it is of others
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

// addsUp reports "make the figures add up" from i on.
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

// onAccount reports what the author had to do on account of a trouble that is told
// elsewhere in the post: "had to put it on a tile". What costs them something is told,
// and what they were made to do.
func (p enParser) onAccount(issue string, i int) bool {
	for _, begins := range []string{"you had to ", "you have to "} {
		if clause, ok := strings.CutPrefix(issue, begins); ok && !costly[firstWord(clause)] && !p.is(i, "made", "make", "makes", "making", "force", "forced", "forces", "forcing") {
			return !strings.Contains(clause, " again") && !strings.Contains(clause, " yourself") && !strings.Contains(clause, " twice") && !strings.Contains(clause, " times")
		}
	}
	return false
}

// costly are what costs somebody time, money or more to do.
var costly = set("stop ring call phone pay wait drive walk chase queue sleep stand sit ask throw bin buy cancel miss repeat explain beg carry take travel fly go come stay spend replace fix repair clean wash borrow run move abandon eat use keep send return print do find collect pick book rebook reorder download create restart reboot prove fight argue shower live cook")
