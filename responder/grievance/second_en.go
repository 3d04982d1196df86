package grievance

import (
	"slices"
	"strings"
)

// apart is how many words lie at least between two troubles of one post; nearer
// ones are two readings of the same.
const apart = 3

// second is the other trouble that a post tells as plainly as the one that is told
// first, "" where there is none that can stand behind "and": of another sort or of
// other things, with a subject of its own.
func second(found []finding, best finding, issue string) string {
	if issue == "" || !standsAlone(issue) {
		return ""
	}
	also, most := "", weightTold
	if silent(issue) {
		most = weightPlain // what they wrote about matters more
	}
	for _, f := range found {
		silent := f.weight >= weightPlain && unheard[f.Issue] && best.Kind != KindUnanswered && also == ""
		another := f.weight >= weightPlain && also == "" && f.ofAnother(best, issue)
		if f.weight <= most && !silent && !another {
			continue
		}
		if strings.HasPrefix(f.Issue, "you were kept ") && best.Kind == KindLate {
			continue // the same wait
		}
		distance := max(f.at-best.at, best.at-f.at)
		if distance < apart || !standsAlone(f.Issue) || len(issue)+len(" and ")+len(f.Issue) > maxIssue || alike(issue, f.Issue) {
			continue
		}
		also, most = f.Issue, max(most, f.weight)
	}
	return also
}

// bothSo is an issue with the thing of which the post says the same: "the handle
// is gone" and "the wheel is gone" in one clause.
func (p enParser) bothSo(found []finding, best finding, issue string) string {
	said, ok := strings.CutPrefix(issue, best.Thing+" ")
	if !ok || best.Thing == "" || !strings.HasPrefix(said, "is ") && !strings.HasPrefix(said, "was ") {
		return issue
	}
	for _, f := range found {
		if f.Thing == "" || f.Issue != f.Thing+" "+said || lastWord(f.Thing) == lastWord(best.Thing) || !p.listed(best.at, f) {
			continue
		}
		both := best.Thing + " and " + f.Thing + " " + nounPhrase{plural: true}.agree(said)
		if len(both) <= maxIssue {
			return both
		}
	}
	return issue
}

// listed reports that a finding names its thing in the part of the sentence behind at.
func (p enParser) listed(at int, f finding) bool {
	if f.at <= at || f.at > at+maxList || weekdays[p.word(f.at)] || !slices.Contains(strings.Fields(f.Thing), p.word(f.at)) && dets[p.word(f.at)] == "" {
		return false
	}
	return slices.ContainsFunc(p.toks[at:f.at], func(t tok) bool { return t.kind == isBreak })
}

// maxList is how many words lie at most between two things of a list.
const maxList = 6

// standsAlone reports a clause whose subject is named, and that is one clause.
func standsAlone(issue string) bool {
	subject, _, _ := strings.Cut(issue, " ")
	if issue == "" || unnamedSubjects[subject] || strings.Contains(issue, " and ") || strings.Contains(issue, " but ") {
		return false
	}
	for _, begins := range []string{"what you ", "your device ", "your number ", "you're still waiting", "you need ", "you ran into "} {
		if strings.HasPrefix(issue, begins) && issue != "you're still waiting to hear from us" {
			return false
		}
	}
	return true
}

// ofAnother reports what is said of a thing as plainly as the rest is of another: "the
// chicken was dry" and "the bun is stale".
func (f finding) ofAnother(best finding, issue string) bool {
	state, ofThing := strings.CutPrefix(f.Issue, f.Thing+" ")
	first := firstWord(state)
	return ofThing && f.Thing != "" && f.Thing != best.Thing && strings.HasPrefix(issue, best.Thing+" ") && !persons[lastWord(f.Thing)] &&
		first != "says" && first != "said" && first != "had" && first != "has" && first != "closes" && !strings.Contains(state, "still working")
}

// silenceLast tells what happened before that nobody answered: "your order arrived
// damaged and you've had no answer".
func silenceLast(g Grievance, found []finding) Grievance {
	kind := kindOf(g.Also)
	if g.Also == "" || !silent(g.Issue) || !ofMatter(kind) {
		return g
	}
	g.Issue, g.Also, g.Kind, g.Thing = g.Also, g.Issue, kind, ""
	for _, f := range found {
		if f.Issue == g.Issue && g.Thing == "" {
			g.Thing = f.Thing
		}
	}
	return g
}

// ofMatter reports trouble with a thing, and not with those who were asked about it.
func ofMatter(k Kind) bool { return k != KindUnanswered && k != KindService && k != KindRude }

// silent reports what is said of those who were asked, and not of the matter.
func silent(issue string) bool { return unheard[issue] || silences[issue] }

// silences are what is told of them where nothing else is.
var silences = map[string]bool{
	"you haven't heard back from us": true, "you still haven't heard from us": true,
	"nobody got back to you": true, "nobody replied": true, "your call was cut off": true, "you've only had automated replies": true,
}

// unheard are clauses that are told besides any other trouble.
var unheard = map[string]bool{"you've had no answer": true, "you're still waiting to hear from us": true}

var unnamedSubjects = set("it they this that these those something some all there nothing everything half part")

// alike reports two clauses that share a word which says something.
func alike(a, b string) bool {
	words := set(a)
	for word := range strings.FieldsSeq(b) {
		if words[word] && !plainWords[word] {
			return true
		}
	}
	return false
}

var plainWords = set(`you your you've you're our the a an was were is are isn't aren't has have hasn't haven't had been be can can't couldn't didn't doesn't won't to of for in on at with from by up out off it they still yet any no not again into about and we us`)
