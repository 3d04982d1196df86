package grievance

import "strings"

// supporting begin clauses that only support what went wrong: that nothing was
// to be found about it, or that something could not be seen.
var supporting = []string{"you couldn't see ", "you can't see ", "you couldn't find ", "you can't find ", "you haven't found ", "you can't check ", "you couldn't check ", "we aren't answering ", "you can't reach ", "you couldn't reach "}

// soughtAfter is what is the trouble itself where it can't be found.
var soughtAfter = set("booking order reservation account ticket flight parcel bag luggage case claim")

func supports(issue string) bool {
	if _, what, found := strings.Cut(issue, " find your "); found && soughtAfter[lastWord(what)] {
		return false
	}
	for _, begins := range supporting {
		if strings.HasPrefix(issue, begins) {
			return true
		}
	}
	return false
}

// supportLast puts clauses that only support behind all that tell the trouble.
func supportLast(found []finding) []finding {
	tells := false
	for _, f := range found {
		tells = tells || f.Issue != "" && f.weight >= weightFaint && !supports(f.Issue)
	}
	if !tells {
		return found
	}
	for i, f := range found {
		if supports(f.Issue) {
			found[i].weight = 0
		}
	}
	return found
}

// mended tells better what a rule could only tell by its own words.
func (p enParser) mended(g Grievance) Grievance {
	g.Issue = strings.TrimSuffix(g.Issue, " instead")
	awaited, waits := strings.CutPrefix(g.Issue, "you're still waiting for your ")
	switch {
	case g.Issue == "your bill went wrong" && p.speaksOf(fields("still")):
		g.Issue = "your bill is still wrong"
	case waits && supplies[awaited] && p.speaksOf(fields("back restored")):
		g.Issue = "your " + awaited + " is out"
	case waits && carried[awaited] && p.saidDelivered():
		g.Issue = "your " + awaited + " shows as delivered but you don't have it"
	}
	return g
}

var (
	supplies = set("power electricity internet broadband wifi Wi-Fi water gas signal")
	carried  = set("order parcel package delivery item")
)

// saidDelivered: "have had details to say it has been dispatched and delivered".
func (p enParser) saidDelivered() bool {
	for i := range p.toks {
		if p.is(i, "delivered") && (p.is(i-1, "as", "says", "shows", "saying") || p.is(i-1, "was", "been", "is") && p.is(i-2, "it", "has") || p.is(i-1, "and") && p.is(i-2, "dispatched", "shipped")) && !p.is(i-3, "not", "never") {
			return true
		}
	}
	return false
}
