package grievance

// What wears people out, and what they call the worst they ever had.

// pesteredBy: "please stop hassling us".
func (p enParser) pesteredBy(i int) (finding, bool) {
	if !p.is(i-1, "stop", "keep", "keeps", "kept", "quit", "always", "constantly") || !p.is(i+1, "me", "us") {
		return finding{}, false
	}
	return told(weightPlain, "you keep being "+ppForms[verbs[p.word(i)].base], "", "")
}

// sickOf: "sick of chasing you", "fed up of your app freezing".
func (p enParser) sickOf(i int) (finding, bool) {
	j := p.skip(i+1, "and", "tired", "up", "off")
	if !p.is(j, "of", "with") || p.is(i-1, "not", "never", "you", "called", "call") {
		return finding{}, false
	}
	k := p.skip(j+1, "having", "to", "constantly", "always")
	if v := verbs[p.word(k)]; wearying[v.base] && (v.ing || v.isBase && p.is(k-1, "to")) {
		return p.kept(v.base, k)
	}
	n, next, ok := p.np(k, maxNouns)
	if v := verbs[p.word(next)]; !ok || !v.ing || !failsOften[v.base] || n.det == "no" || n.any || persons[n.head] || relations[n.head] {
		return finding{}, false
	}
	t := p.tail(next + 1)
	if t.cut {
		return finding{}, false
	}
	return told(weightClear, join(n.subject(), n.pick("keeps", "keep"), p.word(next), t.text), "", n.subject())
}

// kept tells what the author does over and over.
func (p enParser) kept(base string, k int) (finding, bool) {
	what := p.tail(k + 1)
	if what.cut || what.text == "" && !p.endsAt(k+1) {
		return finding{}, false
	}
	if what.text == "" || p.is(k+1, "you", "them") {
		what.text = map[bool]string{true: "us"}[reachesUs[base]]
	}
	if what.text == "" && !wearyAlone[base] {
		return finding{}, false
	}
	return told(weightClear, join("you've had to keep", ingForms[base], what.text), "", "")
}

var (
	wearying   = set("call chase phone ring email message contact ask explain repeat complain return reboot restart reset remind text write replace resend request")
	reachesUs  = set("call chase phone ring email message contact ask remind text")
	wearyAlone = set("complain call chase phone ring email message contact ask remind text")
	failsOften = set("crash freeze drop buffer disconnect break fail lag stop restart reboot cut eat drain cancel lose glitch stall jam leak skip overheat die change go log kick delete disappear arrive come")
)

// howBad: "can't believe how slow your app is".
func (p enParser) howBad(i int) (finding, bool) {
	if !p.is(i+1, awful...) {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || !p.is(next, "is", "are", "was", "were", "has") || !p.endsAt(p.skip(next+1, "been", "on", "in", "at", "for", "lately", "now")) && !p.is(next+1, "on", "in", "at") || !p.ofOurs(n) {
		return finding{}, false
	}
	return p.lets(n, true)
}

// isAJoke: "the new layout is an absolute joke".
func (p enParser) isAJoke(i int) (finding, bool) {
	j := i - 1
	for p.is(j, "absolute", "total", "complete", "utter", "bloody", "big", "huge", "real", "sick", "fucking", "damn", "bad", "a", "an", "such") {
		j--
	}
	if j == i-1 || !p.is(j, "is", "are", "was", "were") || !p.endsAt(i+1) {
		return finding{}, false
	}
	n, ok := p.npEnding(j - 1)
	if !ok || n.det == "" || n.det == "your" || !p.ofOurs(n) || !p.unblamed(j-1) {
		return finding{}, false
	}
	if n.det == "this" && !judged[n.head] {
		n.det = "the"
	}
	return p.lets(n, true)
}

// unblamed reports that nothing before a phrase that ends at i makes it another's.
func (p enParser) unblamed(i int) bool {
	return !p.near(i, nil, "of", "on", "think", "if")
}

// ofOurs reports a thing that may be ours, of which somebody may think ill.
func (p enParser) ofOurs(n phrase) bool {
	return !n.any && n.det != "no" && n.det != "a" && !persons[n.head] && !relations[n.head] && !vague[n.head] && !idioms[n.head] && units[n.head] == "" && !othersOwn[n.head]
}

// othersOwn are what people find bad that is none of ours.
var othersOwn = set("traffic weather rain government club defending defence refereeing referee ref player manager match game season goal film movie episode show song economy world news world country council life job school teacher exam homework hair headache hangover pain cold flu heat heatwave summer winter tweet post title decision result score performance team squad league pitch election vote president party police law tax trial title money gym")

// worstEver: "the worst sandwich I have ever had", "the most confusing website I've used".
func (p enParser) worstEver(i int) (finding, bool) {
	j := i + 1
	if p.is(i, "most") {
		if !p.is(j, "confusing", "unreliable", "frustrating", "annoying", "disgusting", "useless", "uncomfortable", "complicated", "unprofessional", "disappointing", "ridiculous", "awkward", "pathetic", "unhelpful", "overpriced", "unorganised", "disorganised") {
			return finding{}, false
		}
		j++
	}
	n, next, ok := p.np(p.skip(j, "and"), 3)
	if !ok || n.det != "" || !judged[n.head] && !things[n.head].isThing(n.head) && !singulars[n.head] || !p.ofOurs(n) {
		return finding{}, false
	}
	k := p.skip(next, "that", "i", "i've", "we", "we've", "have")
	if !p.is(k, "ever") || !p.is(k-1, "i've", "we've", "have", "i", "we") || !p.is(k+1, "had", "used", "eaten", "bought", "tasted", "stayed", "received", "experienced", "flown", "drunk", "dealt", "been", "seen") {
		return finding{}, false
	}
	if !judged[n.head] {
		n.det = "the"
	}
	return p.lets(n, true)
}

// warningLight: "now throwing a check engine light".
func (p enParser) warningLight(i int) (finding, bool) {
	var name string
	switch {
	case p.is(i-1, "engine") && p.is(i-2, "check"):
		name = "check engine light"
	case p.is(i-1, "warning", "oil", "airbag", "brake", "engine", "battery"):
		name = p.word(i-1) + " light"
	default:
		return finding{}, false
	}
	if !p.is(p.skip(i+1, "is", "has", "just", "keeps", "came", "comes", "come", "coming", "always", "still", "stays"), "on", "back") && !p.near(i, nil, "throwing", "throws", "threw", "keeps", "getting", "another") {
		return finding{}, false
	}
	return told(weightPlain, "the "+name+" came on", "", "your car")
}

// howToGetAnswer: "how do I get a reply from you".
func (p enParser) howToGetAnswer(i int) (finding, bool) {
	if !p.is(i-1, "a", "an", "any") || !p.is(i-2, "get", "getting") || !p.near(i, nil, "how", "when", "why", "impossible", "can't") || !p.near(i, nil, "i", "we", "you") {
		return finding{}, false
	}
	return told(weightPlain, "you've had no answer", "", "")
}

// notAsSaid: "our mileage is way below what was advertised".
func (p enParser) notAsSaid(i int) (finding, bool) {
	if !p.is(i-1, "below", "near", "under", "than", "not", "isn't", "from", "wasn't") || p.is(i-1, "than") && !p.near(i, nil, "less", "lower", "slower", "smaller", "worse", "fewer") {
		return finding{}, false
	}
	said := ""
	for j := i + 1; j < i+5 && p.word(j) != ""; j++ {
		if p.is(j, "advertised", "promised", "described", "advertise", "ordered", "quoted") {
			said = map[bool]string{true: "ordered", false: p.word(j)}[p.is(j, "ordered")]
			break
		}
	}
	switch said {
	case "":
		return finding{}, false
	case "advertise":
		said = "advertised"
	case "ordered":
		return told(weightClear, "you didn't get what you ordered", "", "your order")
	}
	for j := i - 1; j > i-6; j-- {
		n, ok := p.npEnding(j - 1)
		if ok && p.is(j, "is", "was", "are", "isn't", "were", "wasn't") && n.det != "no" && !persons[n.head] && !vague[n.noun] {
			return told(weightClear, join(n.subject(), n.pick("isn't", "aren't"), "what was", said), "", n.subject())
		}
	}
	return told(weightPlain, "what you got isn't what was "+said, "", "")
}

// wronglyBarred: "wait for a false suspension".
func (p enParser) wronglyBarred(i int) (finding, bool) {
	done := map[string]string{"suspension": "suspended", "ban": "banned", "block": "blocked"}[p.word(i+1)]
	if done == "" {
		return finding{}, false
	}
	return told(weightClear, "you were "+done, "", "your account")
}
