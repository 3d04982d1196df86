package grievance

import (
	"strconv"
	"strings"
)

// What should be over by now: what was due, what takes so long, what ended too soon.

// shouldHave: "my order should have been delivered yesterday".
func (p enParser) shouldHave(i int) (finding, bool) {
	j := p.skip(p.passOver(i+1), "have", "of")
	if j == i+1 || p.hypothetical(i) {
		return finding{}, false
	}
	k := p.skip(p.passOver(j), "been")
	v := verbs[p.word(k)]
	if !v.pp || !dueDeeds[v.base] || p.is(k-1, "been") == arrives[v.base] {
		return finding{}, false
	}
	been := map[bool]string{true: "been"}[p.is(k-1, "been")]
	n, ok := p.npEnding(i - 1)
	switch {
	case p.is(i-1, "it", "which", "that"):
		n = phrase{noun: "it"}
	case !ok || n.any || n.det == "no" || n.det == "a" || persons[n.head] || relations[n.head] || vague[n.noun] || idioms[n.head]:
		return finding{}, false
	}
	when := p.pointInTime(p.skip(k+1, "on", "by", "already"))
	if when != "" && p.is(k+1, "on", "by") {
		when = p.word(k+1) + " " + when
	}
	if n.noun == "it" {
		return told(weightPlain, join("it should have", been, p.word(k), when), "", "")
	}
	as := map[bool]string{true: "as", false: "when"}[when != ""]
	if been == "" {
		return told(weightClear, join(n.subject(), "didn't", v.base, when, as, n.pick("it", "they"), "should have"), "", n.subject())
	}
	return told(weightClear, join(n.subject(), n.pick("wasn't", "weren't"), p.word(k), when, as, n.pick("it", "they"), "should have been"), "", n.subject())
}

// dueDeeds are what we are to do by some day, arrives those of them that a thing
// does by itself.
var (
	dueDeeds = set("deliver dispatch ship send refund credit collect process fix repair resolve release update replace renew issue activate arrive come land leave depart")
	arrives  = set("arrive come land leave depart")
)

// pointInTime reads "yesterday", "Monday", "last week", "7am".
func (p enParser) pointInTime(i int) string {
	w := p.word(i)
	switch {
	case w == "yesterday" || w == "noon" || w == "midnight":
		return w
	case weekdays[w]:
		return p.spell(w)
	case months[w] != "":
		return months[w]
	case p.is(i, "this", "last") && (dayparts[p.word(i+1)] || p.is(i+1, "week", "month", "year", "weekend")), p.is(i, "last") && weekdays[p.word(i+1)]:
		return w + " " + p.spell(p.word(i+1))
	}
	if hour, err := strconv.Atoi(w); err == nil && hour > 0 && hour < 13 && p.is(i+1, "am", "pm") {
		return w + " " + p.word(i+1)
	} else if err == nil && hour > 0 && hour < 13 && p.is(i-1, "since") && (p.word(i+1) == "" || p.is(i+1, "for")) && !p.ranges(i) && p.near(i, nil, "waiting") {
		return numeral(w)
	}
	return ""
}

// ranges reports a number that another one ends or makes a date: "10-12", "10/12".
func (p enParser) ranges(i int) bool {
	if i+2 >= len(p.toks) || p.toks[i+1].kind != isBreak {
		return false
	}
	_, err := strconv.Atoi(p.word(i + 2))
	return err == nil
}

// waitingSince: "been waiting for my parcel since Monday".
func (p enParser) waitingSince(i int) (finding, bool) {
	j := i + 1
	if p.is(i-1, "not", "was", "were") || p.is(i-1, "been") && p.ofThing(i-1) {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	ok = ok && p.is(j, "for", "on") && !idioms[n.head] && n.det != "no" && !relations[n.head]
	if ok {
		j = next
	}
	when := p.pointInTime(j + 1)
	if !p.is(j, "since", "from") || when == "" {
		return finding{}, false
	}
	if ok {
		return told(weightExact, join("you've been waiting for", n.object(), "since", when), "", n.object())
	}
	return told(weightClear, "you've been waiting since "+when, "", "")
}

// spanTo: "45 minutes to get served", where no verb says whose time it is.
func (p enParser) spanTo(i int) (finding, bool) {
	if p.word(i-1) != "" && !p.is(i-1, "and", "another", "so", "yourselves", "says", "literally", "wow", "like") || isShortNumber(p.word(i-1)) {
		return finding{}, false
	}
	span, j, ok := p.duration(i)
	if !ok || !p.is(j, "to") {
		return finding{}, false
	}
	k := p.skip(j+1, "be", "get")
	v := verbs[p.word(k)]
	clause, ok := p.clause(j + 1)
	if v.pp && k > j+1 && servedAs[v.base] {
		clause, ok = p.word(k-1)+" "+p.word(k), true
	} else if !servedAs[v.base] || !v.isBase {
		return finding{}, false
	}
	if !ok {
		return finding{}, false
	}
	took := map[bool]string{true: "it takes", false: "it took"}[p.is(i-1, "yourselves", "says")]
	return told(weightClear, join(took, span, "to", clause), "a wait of "+span, "")
}

// servedAs are what somebody waits for us to do.
var servedAs = set("serve answer reply respond process deliver refund take bring make fix repair send ship dispatch cook seat collect load connect resolve sort find approve open download install update book check clear pick")

// lasted: "the new kettle lasted two days".
func (p enParser) lasted(n phrase, j int) (string, bool) {
	if !p.is(j, "lasted") || n.det != "your" && n.det != "the" && n.det != "this" || gatherings[n.head] {
		return "", false
	}
	unit := p.skip(j+1, "only", "just", "barely", "about", "less", "than", "all", "of")
	span, next, ok := p.duration(unit)
	if !ok || p.is(next-1, "years", "year", "yrs") || p.is(next, "and") && p.is(next+1, "still", "counting") {
		return "", false
	}
	return "only lasted " + span, true
}

// gatherings last as long as they are meant to.
var gatherings = set("flight trip ride call chat wait meeting show film movie game match season sale party concert outage delay session journey conversation hold stay visit holiday cruise tour match event episode song course shift interview drive traffic storm rain relationship marriage")

// downSince: "#brand down since this morning".
func (p enParser) downSince(i int) (finding, bool) {
	if !p.is(i+1, "since") || p.word(i-1) != "" && (p.word(i-2) != "" || closed[p.word(i-1)] || verbs[p.word(i-1)].base != "" || persons[p.word(i-1)] || strings.HasSuffix(p.word(i-1), "ly") || p.nominal(i-1) != notNominal || adverbs[p.word(i-1)]) {
		return finding{}, false
	}
	return told(weightPlain, "the service is down for you", "", "")
}

// whenWorking: "when will the app be working again".
func (p enParser) whenWorking(i int) (finding, bool) {
	n, next, ok := p.np(p.skip(i+1, "will", "is", "are"), maxNouns)
	if next == i+1 || !ok || n.det == "no" || n.any || persons[n.head] || relations[n.head] || !p.is(i+1, "will", "is", "are") {
		return finding{}, false
	}
	j := p.skip(p.passOver(p.skip(next, "be", "going", "to", "finally", "ever")), "start", "be")
	if !p.is(j, "working", "usable") && !(p.is(j, "work") && p.is(i+1, "will")) || p.is(j+1, "on", "with", "for", "in") {
		return finding{}, false
	}
	return told(weightPlain, join(n.subject(), n.pick("isn't", "aren't"), "working"), "", n.subject())
}

// whereUpdate: "where is the Oreo update for my phone".
func (p enParser) whereUpdate(i int) (finding, bool) {
	j := i - 1
	for j > i-4 && p.word(j) != "" && !p.is(j, "where", "where's") {
		j--
	}
	if !p.is(j, "where's") && !(p.is(j, "where") && p.is(j+1, "is", "are")) {
		return finding{}, false
	}
	return told(weightPlain, "you're still waiting for the "+p.word(i), "", "the "+p.word(i))
}

// gaveOutAfter: "broke after three days", where nothing is said of what.
func (p enParser) gaveOutAfter(i int) (finding, bool) {
	j := p.skip(i+1, "apart", "working")
	if p.word(i-1) != "" || !p.is(j, "after", "within", "in") || p.is(i, "fell", "stopped") && j == i+1 {
		return finding{}, false
	}
	span, next, ok := p.duration(p.skip(j+1, "only", "just", "less", "than"))
	if !ok || p.is(next-1, "years", "year", "yrs") {
		return finding{}, false
	}
	did := p.word(i)
	if j > i+1 {
		did += " " + p.word(i+1)
	}
	return told(weightPlain, join("it", did, p.word(j), span), "", "")
}

// stillNotHere: "an hour later and he's still not here".
func (p enParser) stillNotHere(i int) (finding, bool) {
	if !p.is(i+1, "not", "isn't", "aren't") || !p.is(i+2, "here") || !p.near(i, nil, "he's", "she's", "he", "she", "cab", "taxi", "driver", "engineer", "technician", "recovery", "recovery's", "plumber", "electrician") {
		return finding{}, false
	}
	return told(weightPlain, "nobody has come yet", "", "")
}
