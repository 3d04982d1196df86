package detail

import (
	"strconv"
	"strings"

	"goodgraces/responder/grievance"
)

// spanStarts begin a length of time.
var spanStarts = words("a an half one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety over almost nearly about more couple few several")

// span is a length of time in the post, from the word at and up to next.
type span struct {
	text     string
	at, next int
}

// spanAt reads "two hours", and "one hour and 52 minutes" for "1hr 52".
func (r reader) spanAt(i int) (span, bool) {
	text, next, ok := r.Span(i)
	if !ok {
		return span{}, false
	}
	s := span{text, i, next}
	if unitOf(text) != "hour" || strings.Contains(text, "half") {
		return s, true
	}
	j := r.Skip(next, "and")
	minutes, err := strconv.Atoi(r.Word(j))
	if err == nil && minutes > 0 && minutes < 60 && (r.Is(j+1, minuteWords...) || r.Ends(j+1) && j == next) {
		s.text, s.next = text+" and "+grievance.Numeral(r.Word(j))+" minutes", r.Skip(j+1, minuteWords...)
		s.text = strings.Replace(s.text, "one minutes", "one minute", 1)
	}
	return s, true
}

var minuteWords = []string{"minutes", "minute", "mins", "min", "m"}

// unitOf is "hour" of "over two hours".
func unitOf(span string) string {
	return strings.TrimSuffix(span[strings.LastIndexByte(span, ' ')+1:], "s")
}

// spanned reads what a length of time is the length of.
func (r reader) spanned(i int) Detail {
	s, ok := r.spanAt(i)
	if !ok || r.bounded(s) || r.Thought(i) {
		return r.ago(i)
	}
	for _, read := range []func(reader, span) Detail{reader.undone, reader.loyal, reader.soon, reader.long} {
		if d := read(r, s); d.What != "" {
			return d
		}
	}
	return Detail{}
}

// bounded reports a length of time that is a limit, a plan or a point in time
// rather than what somebody bore.
func (r reader) bounded(s span) bool {
	return r.Is(s.at-1, "up", "every", "each", "next", "another", "first", "per", "least", "maximum", "max", "until", "till", "minimum", "extra", "last") && !r.row(s.at-2, "the", "last") ||
		(r.row(s.at-2, "less", "than") || r.Is(s.at-1, "under")) && !r.clauseHas(s.at, broken) ||
		r.Is(s.next, "ago", "left", "early", "earlier", "before", "delivery", "shipping", "notice", "warranty", "guarantee", "trial", "window", "contract", "return", "returns", "break", "holiday", "trip", "flight", "drive", "walk", "journey", "prior", "away", "from", "plan", "slot", "pass", "video", "film", "show", "show's", "a") ||
		r.Is(s.at-1, "and") && r.Is(s.at-3, "between") ||
		r.Is(s.at-1, "in", "within") && r.before(s.at, list("out here round sorted fixed done arrived came replied answered up")) >= 0 && !r.clauseHas(s.at, negations) && !r.clauseHas(s.at, broken)
}

// undone: "lost 80 hours of save data", "two hours of typing".
func (r reader) undone(s span) Detail {
	if !r.Is(s.next, "of", "worth") {
		return Detail{}
	}
	for j := s.next + 1; j < s.next+6 && r.Word(j) != ""; j++ {
		if efforts[r.Word(j)] && r.near(s.at, 9, undoing) {
			return Detail{Kind: Undone, What: strings.TrimPrefix(s.text, "about ")}
		}
	}
	return Detail{}
}

var (
	efforts = set("work working typing writing progress save saves data play playing gameplay editing studying research notes drawing grinding effort recording painting")
	undoing = set("lost lose gone deleted wiped crashed crash crashes disappeared vanished erased corrupted unsaved")
)

// loyal: "used this cream for nine years", "a customer for 15 years".
func (r reader) loyal(s span) Detail {
	if unitOf(s.text) != "year" || strings.HasPrefix(s.text, "a year") || strings.HasPrefix(s.text, "one") || strings.HasPrefix(s.text, "two") || strings.HasPrefix(s.text, "half") {
		return Detail{}
	}
	customer := r.near(s.at, 8, list("customer customers member subscriber loyal loyalty"))
	b := r.before(s.at, list("with"))
	with := b >= 0 && s.at-b < 5 && r.Is(b-1, "been") && (r.Is(b+1, "you", "them") || r.Word(b+1) == "") || r.row(s.next, "with", "you")
	using := r.Is(s.at-1, "for") && r.before(s.at, list("used using bought buying shopped shopping flown flying banked banking")) >= 0 && r.before(s.at, negations) < 0
	if customer || with || using {
		return Detail{Kind: Loyal, What: s.text}
	}
	return Detail{}
}

// soon: "had it for two weeks and it's dead", "lasted three days".
func (r reader) soon(s span) Detail {
	if unit := unitOf(s.text); unit == "minute" || unit == "year" || unit == "hour" {
		return Detail{}
	}
	b := s.at - 1
	for r.Is(b, "only", "just", "than", "less", "under", "about", "not", "even", "barely", "all", "of", "literally") {
		b--
	}
	lasted := r.Is(b, "lasted", "lasts") || r.Is(b, "for") && r.Is(b-1, "lasted")
	used := r.Is(b, "after", "within", "in") && (r.Is(r.Skip(s.next, "of"), "use", "using", "wear", "wearing", "buying", "purchase", "owning", "getting") || r.breaksBy(s))
	owned := (r.Is(b, "for") || r.Is(b, "it", "them", "these", "this")) && r.before(b+1, list("had owned")) >= 0 && r.before(b+1, negations) < 0 && r.near(s.next, 8, broken)
	if lasted || used || owned {
		return Detail{Kind: Soon, What: s.text}
	}
	return Detail{}
}

// breaksBy reports that a clause says what broke: "after two weeks it died",
// "the strap snapped after two weeks".
func (r reader) breaksBy(s span) bool {
	firm := list("died broke snapped cracked split ripped stopped failed fell peeling peeled faded shrunk burst leaked leaking rusted rusting shattered breaking")
	return r.after(s.next-1, firm) >= 0 || r.before(s.at, firm) >= 0
}

// long: "ten days without a reply", "it's been three weeks since I ordered".
func (r reader) long(s span) Detail {
	if d := r.where(s); d != "" && !r.brief(s) {
		return Detail{Kind: Long, What: d}
	}
	if r.brief(s) || r.owns(s) {
		return Detail{}
	}
	if r.waits(s) || r.since(s) || r.goesOn(s) || r.denied(s) || r.took(s) || r.behind(s) {
		return Detail{Kind: Long, What: s.text}
	}
	return Detail{}
}

// owns reports how long a thing was somebody's, or in use: "that I haven't even
// had for two years", "after using it for 30 minutes".
func (r reader) owns(s span) bool {
	b := s.at - 1
	if r.Is(b, "about", "over", "even", "almost", "nearly") {
		b--
	}
	return r.Is(b, "for") && (r.Is(b-1, "had", "owned", "used") || r.Is(b-1, "it", "them", "this", "one") && r.Is(b-2, "had", "owned", "used", "have") || r.before(b, list("using owning playing wearing")) >= 0)
}

// brief reports a few minutes, of which nobody speaks.
func (r reader) brief(s span) bool {
	parts := strings.Fields(s.text)
	if parts[len(parts)-1] != "minutes" && parts[len(parts)-1] != "minute" || strings.Contains(s.text, "hour") {
		return false
	}
	number := parts[len(parts)-2]
	n, err := strconv.Atoi(number)
	return err == nil && n < 15 || err != nil && !strings.HasSuffix(number, "ty") && number != "fifteen"
}

// where: "two hours in the rain", "40 minutes at the desk".
func (r reader) where(s span) string {
	if r.Is(s.next, "queueing", "queuing") {
		return s.text + " in a queue"
	}
	j := r.Skip(s.next, "stood", "standing", "sat", "sitting", "stuck", "waiting", "outside", "now")
	for _, place := range [][]string{{"in", "the", "rain"}, {"in", "the", "cold"}, {"in", "the", "heat"}, {"in", "the", "snow"}, {"in", "the", "dark"}, {"on", "hold"}, {"in", "a", "queue"}, {"in", "the", "queue"}, {"on", "the", "phone"}, {"at", "the", "desk"}, {"on", "the", "tarmac"}, {"on", "the", "runway"}, {"at", "the", "gate"}} {
		if r.row(j, place...) {
			return s.text + " " + strings.Replace(strings.Join(place, " "), "in the queue", "in a queue", 1)
		}
	}
	if r.Is(r.Skip(s.next, "now"), "waiting", "wait") || r.row(s.next, "of", "waiting") {
		return s.text + " of waiting"
	}
	return ""
}

// waits: "waiting 40 minutes", "on hold for an hour", "stood here two hours".
func (r reader) waits(s span) bool {
	b := s.at - 1
	for r.Is(b, "for", "here", "now", "like", "over", "already", "about", "literally", "of", "outside", "there", "hold") {
		b--
	}
	if hold := r.before(s.at, list("hold")); hold >= 0 && s.at-hold < 5 && r.Is(hold-1, "on") {
		return true
	}
	if r.Is(s.at-1, "for") && !r.Is(s.next, "for") && r.before(s.at, list("waiting sitting standing stood stranded stuck queuing trying")) >= 0 {
		return unitOf(s.text) != "year"
	}
	return r.Is(b, "waiting", "waited", "wait", "sat", "sitting", "stood", "standing", "stuck", "queued", "queuing", "queueing", "held", "stranded", "on") && (!r.Is(b, "on") || r.Is(b+1, "hold"))
}

// since: "it's been three weeks since I ordered".
func (r reader) since(s span) bool {
	b := s.at - 1
	for r.Is(b, "over", "like", "about", "now", "already", "nearly", "almost") {
		b--
	}
	j := r.Skip(s.next, "now", "already")
	started := unitOf(s.text) != "year" && r.Is(j, "since") && r.after(j, requests) >= 0
	if !r.Is(b, "been", "it's", "its") || unitOf(s.text) == "year" {
		return started && r.opens(b+1)
	}
	return started ||
		r.Is(j, "and", "with") && r.after(j, faults) >= 0 || r.Ends(j) && r.within(s.at-14, b, requests) || r.Ends(j) && r.within(j, j+7, list("still nothing nobody waiting haven't hasn't no"))
}

// requests are what people wait for an end of, once they have done it.
var requests = set(`ordered order placed asked reported returned return sent emailed called rang phoned applied cancelled cancellation complained complaint promised posted
	paid payment shipped raised submitted requested dispatched messaged contacted wrote`)

// ago: "complained five days ago and no one has answered", "bought a month ago
// and it has ripped".
func (r reader) ago(i int) Detail {
	n, unit := r.countAt(i), strings.TrimSuffix(r.Word(i+1), "s")
	if r.Is(i, "a", "an", "one", "1") {
		n = map[string]string{"hour": "an"}[unit]
		if n == "" {
			n = "a"
		}
		if r.Is(i, "one", "1") {
			n = "one"
		}
	}
	if n == "" || !r.Is(i+2, "ago") || unit != "hour" && unit != "day" && unit != "week" && unit != "month" || r.Thought(i) {
		return Detail{}
	}
	what := n + " " + r.Word(i+1)
	bought := r.before(i, list("bought got purchased new received")) >= 0 || r.within(i-4, i, list("bought purchased"))
	switch asked := r.before(i, requests) >= 0; {
	case bought && unit != "hour" && r.near(i, 12, holed):
		return Detail{Kind: Soon, What: what}
	case asked && r.within(i+3, i+16, list("still nothing nobody noone haven't hasn't yet")) || asked && r.row(i+3, "and", "no"), (asked || r.Is(r.Skip(i-1, "about"), "this", "it")) && r.row(i+3, "") && r.Is(i+4, "haven't", "nothing", "still"):
		return Detail{Kind: Long, What: what}
	}
	return Detail{}
}

// holed are signs of a thing that did not last.
var holed = set("shrank shrunk bobbled ripped ripping torn broke broken snapped hole holes dead died stopped cracked split peeling fell fallen worn faded")

// behind: "five hours late", "late by more than four hours", "three hours
// trying to pay".
func (r reader) behind(s span) bool {
	return r.Is(s.next, "late", "delayed", "overdue") || r.Is(s.at-1, "by") && r.before(s.at, list("late delayed")) >= 0 || r.Is(s.next, "trying") && unitOf(s.text) != "year"
}

// goesOn: "three days later and still nothing", "two hours and counting".
func (r reader) goesOn(s span) bool {
	j := r.Skip(s.next, "now", "later", "on")
	if r.row(j, "and", "counting") {
		return true
	}
	return (r.Is(s.next, "later") || r.Is(j, "and")) && r.within(j, j+4, list("still nothing haven't hasn't nobody"))
}

// denied: "no internet for three days", "no reply in two weeks".
func (r reader) denied(s span) bool {
	b := s.at - 1
	for r.Is(b, "past", "last", "the", "over", "about", "now", "least", "at", "like") {
		b--
	}
	if r.row(s.next, "without") || r.row(s.next, "with", "no") {
		return unitOf(s.text) != "minute" && !r.Is(b, "after", "go", "last")
	}
	lacking := list("no nothing nobody without down out offline stuck ignored ignoring waiting missing locked broken haven't hasn't delayed off dead")
	at := r.before(b+1, lacking)
	if kept := r.before(b, list("can't couldn't unable cannot")); at < 0 && r.Is(b, "for") && kept >= 0 && !r.Is(kept+1, "wait", "go", "live", "stay", "last", "be") {
		at = kept
	}
	return r.Is(b, "for", "in") && at >= 0 && b-at < 7 && !(r.Is(at, "no") && r.Is(at+1, "problem", "problems", "issue", "issues", "trouble", "complaint", "complaints")) && !r.Is(at-1, "eat", "ate", "go", "going", "went", "came", "find", "figure")
}

// took: "took three weeks to arrive"; a quarter of an hour is no complaint.
func (r reader) took(s span) bool {
	b := s.at - 1
	for r.Is(b, "me", "us", "you", "them", "over", "about", "nearly", "almost", "like") {
		b--
	}
	asked := r.Is(b, "take") && r.within(b-4, b, list("does why did"))
	if !asked && !r.Is(b, "took", "taken", "taking", "takes") || unitOf(s.text) == "minute" && len(s.text) < 10 || r.Is(s.next, "off", "to") && r.Is(s.next+1, "learn", "realise", "realize", "love", "enjoy") {
		return false
	}
	return r.Is(s.next, "to", "for", "just", "and") && unitOf(s.text) != "year"
}

// aged: "14 months old. dead."
func (r reader) aged(i int) Detail {
	n, err := strconv.Atoi(r.Word(i - 2))
	unit, number := strings.TrimSuffix(r.Word(i-1), "s"), r.Word(i-2)
	if err == nil {
		number = grievance.Numeral(number)
	} else if !countWords[number] {
		return Detail{}
	}
	if unit != "month" && unit != "week" && unit != "day" || err == nil && (n < 2 || n > 24) {
		return Detail{}
	}
	person := list("son daughter baby kid child boy girl she he she's he's puppy kitten dog cat lad")
	if r.near(i, 4, person) || !r.near(i, 14, broken) && !r.near(i, 10, negations) {
		return Detail{}
	}
	return Detail{Kind: Soon, What: number + " " + unit + "s"}
}

var countWords = set("two three four five six seven eight nine ten eleven twelve")

// dayOf: "fell off on day 2", "broke on the first day".
func (r reader) dayOf(i int) Detail {
	n := r.Word(i + 1)
	if number := grievance.Numeral(n); len(n) == 1 && number != n && (r.Is(i-1, "on", "by") || r.Is(i+2, "of")) && (r.clauseHas(i, broken) || r.near(i, 6, broken)) {
		if n == "1" {
			return Detail{Kind: Soon, What: "one day"}
		}
		return Detail{Kind: Soon, What: number + " days"}
	}
	first := firstDaysOf[r.Word(i-1)]
	if first != "" && r.row(i-3, "on", "the") && r.clauseHas(i, broken) && r.Is(i+1, "of", "") {
		return Detail{Kind: Soon, What: first}
	}
	return Detail{}
}

// firstDaysOf are how many days it lasted that broke on one.
var firstDaysOf = map[string]string{"first": "one day", "second": "two days", "third": "three days"}
