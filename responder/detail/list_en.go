package detail

import (
	"slices"
	"strings"

	"goodgraces/responder/grievance"
)

// faulty are what may stand before a thing in a list of faults: "cold coffee".
// The value is how it is told.
var faulty = map[string]string{
	"cold": "cold", "lukewarm": "lukewarm", "burnt": "burnt", "stale": "stale", "soggy": "soggy", "raw": "undercooked", "undercooked": "undercooked", "overcooked": "overcooked", "dry": "dry",
	"wrong": "wrong", "incorrect": "wrong", "missing": "missing", "broken": "broken", "damaged": "damaged", "cracked": "cracked", "torn": "torn", "dirty": "dirty", "filthy": "dirty", "late": "late", "delayed": "delayed",
	"cancelled": "cancelled", "lost": "lost", "slow": "slow", "rude": "rude", "unhelpful": "unhelpful", "no": "no", "empty": "empty", "leaking": "leaking", "faulty": "faulty", "dead": "dead", "dented": "dented", "stained": "stained", "noisy": "noisy", "overcharged": "",
}

// spelt are how a thing is said to be, behind it, and how that stands before it.
var spelt = map[string]string{
	"spelled wrong": "misspelt", "spelt wrong": "misspelt", "misspelled": "misspelt", "misspelt": "misspelt", "broken": "broken", "missing": "missing", "cold": "cold", "dirty": "dirty", "late": "late", "cracked": "cracked", "wrong": "wrong", "damaged": "damaged", "lost": "lost", "cancelled": "cancelled", "delayed": "delayed", "filthy": "dirty", "stale": "stale", "leaking": "leaking", "rude": "rude",
}

// bare are faults that need no thing.
var bare = map[string]string{"late": "late", "cold": "cold", "wrong": "wrong", "stale": "stale", "soggy": "soggy", "broken": "broken", "dirty": "dirty", "burnt": "burnt", "damaged": "damaged", "incomplete": "incomplete", "slow": "slow", "rude": "rude", "lukewarm": "lukewarm", "greasy": "greasy"}

// most is how many faults a list tells.
const most = 4

// list: "cold coffee, wrong milk, name spelled wrong"; i is where a part of
// the post begins.
func (r reader) list(i int) Detail {
	if told := r.faultsFrom(i); len(told) > 1 {
		return Detail{Kind: List, What: enumerate(told)}
	}
	return Detail{}
}

// served: "queued for cold fries, no straw and the wrong sauce".
func (r reader) served(i int) Detail { return r.list(i + 1) }

// wrongLast is the last of faults in a row, where a thing follows it: "late, cold
// and wrong order".
func (r reader) wrongLast(i int, fault string) []string {
	n, next, ok := r.Tell(i + 1)
	if fault != "wrong" || !ok || !r.over(next) {
		return nil
	}
	return []string{"the wrong " + n.Noun}
}

// bareFrom reads "late, cold, wrong".
func (r reader) bareFrom(i int) []string {
	var told []string
	for ; bare[r.Word(i)] != "" && !slices.Contains(told, bare[r.Word(i)]); i++ {
		told = append(told, bare[r.Word(i)])
		for i+1 < r.Len() && (r.Ends(i+1) || r.Is(i+1, "and")) {
			i++
		}
	}
	if len(told) > 0 && !r.Ends(i) {
		told = append(told[:len(told)-1:len(told)-1], r.wrongLast(i-1, told[len(told)-1])...)
	}
	return told
}

// faultsFrom reads fault after fault, with commas or "and" between; where
// one cannot be read, what was read stands.
func (r reader) faultsFrom(i int) []string {
	var told []string
	for len(told) < most {
		fault, next := r.fault(i)
		if fault == "" || slices.Contains(told, fault) {
			break
		}
		told = append(told, fault)
		i = next
		for i < r.Len() && i < next+2 && (r.Ends(i) || r.Is(i, "and", "plus")) {
			i++
		}
		if r.Is(i, "the", "a") && faulty[r.Word(i+1)] != "" {
			i++
		}
		if i == next && faulty[r.Word(i)] == "" {
			break
		}
	}
	return told
}

// fault reads one, told with its article.
func (r reader) fault(i int) (string, int) {
	if said := faulty[r.Word(i)]; said != "" {
		n, next, ok := r.Tell(i + 1)
		if !ok || n.Noun != n.Text && !strings.HasSuffix(n.Text, " "+n.Noun) || !r.over(next) || r.mine(i+1) || r.Is(i+1, "the", "a", "your", "this") {
			return "", i
		}
		return noun(said, n), next
	}
	j := i
	if r.Is(j, "my", "the", "our") {
		j++
	}
	n, next, ok := r.Tell(j)
	if r.Is(j, "name") {
		n, next, ok = grievance.Told{Text: "name", Noun: "name"}, j+1, true
	}
	if !ok || kin[n.Noun] != "" {
		return "", i
	}
	k := r.Skip(next, "was", "is", "were", "are", "came", "arrived")
	for _, length := range []int{2, 1} {
		said := strings.TrimSpace(r.Word(k) + " " + r.Word(k+1))
		if length == 1 {
			said = r.Word(k)
		}
		if before := spelt[said]; before != "" && r.over(r.quoted(k+length)) {
			return noun(before, n), r.quoted(k + length)
		}
	}
	if r.Is(k, "spelled", "spelt") && r.Ends(k+1) { // name spelled "Grobert"
		if at := r.quoted(k + 1); at > k+1 {
			return noun("misspelt", n), at
		}
	}
	return "", i
}

// quoted passes over one word in quotation marks.
func (r reader) quoted(i int) int {
	if i < r.Len() && r.Ends(i) && r.Word(i+1) != "" && r.Ends(i+2) {
		if j := i + 2; j >= r.Len()-1 {
			return j
		}
	}
	return i
}

// over reports that a fault ends at i, if only because another begins.
func (r reader) over(i int) bool {
	return r.Ends(i) || r.Is(i, "and", "plus") || faulty[r.Word(i)] != ""
}

func noun(before string, n grievance.Told) string {
	switch {
	case before == "no":
		return "no " + n.Noun
	case before == "wrong":
		return "the " + before + " " + n.Noun
	case n.Many || mass[n.Noun]:
		return before + " " + n.Noun
	}
	return grievance.Article(before + " " + n.Noun)
}

// mass are goods that people count and pour.
var mass = set("coffee tea chicken soup beer cake salad milk food rice toast fish staff service water")

// enumerate: "a, b and c".
func enumerate(list []string) string {
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// orderings are what people did to get something, and how it is told.
var orderings = map[string]string{"ordered": "ordered", "bought": "bought", "booked": "booked", "paid": "paid for", "asked": "asked for", "wanted": "wanted", "requested": "asked for", "purchased": "bought"}

// gettings are how something else came.
var gettings = set("received got get receive arrived delivered")

// Clause is what happened, told over the ends of sentences, as a clause that
// fits after "that": what they ordered against what came ("you ordered a laptop
// and got a cable"), or faults in a row ("it was late, cold and wrong"). "" where
// there is none. English only.
func Clause(language string, post *grievance.Post) string {
	if language != "en" {
		return ""
	}
	r := reader{post.Reader(language)}
	for i := range r.Len() {
		if verb := orderings[r.Word(i)]; verb != "" && !r.Thought(i) {
			if clause := r.contrast(i, verb); clause != "" {
				return clause
			}
		}
		if r.Is(i, "year", "yo") && child(r.Word(i-1)) && grievance.Numeral(r.Word(i-1)) != r.Word(i-1) && r.chargedFor(i-1, r.Skip(i+1, "old")) {
			return "your " + grievance.Numeral(r.Word(i-1)) + "-year-old was charged as an adult"
		}
		if told := r.bareFrom(i); len(told) > 2 && r.opens(i) {
			return "it was " + enumerate(told)
		}
	}
	return ""
}

func (r reader) contrast(i int, verb string) string {
	j := i + 1
	if r.Word(j) == "" && !r.Ends(j) {
		j++ // "asked @acme for the leg"
	}
	if strings.HasSuffix(verb, " for") {
		if !r.Is(j, "for") && verb != "asked for" || r.Is(i, "asked") && !r.Is(j, "for") {
			return ""
		}
		j = r.Skip(j, "for")
	}
	if apart := r.seatsApart(j); apart != "" && verb != "wanted" {
		return apart
	}
	wanted, next, ok := r.Tell(j)
	if !ok {
		return ""
	}
	k := r.gotten(next)
	if k == 0 {
		return ""
	}
	k = r.Skip(k, "just", "only", "instead")
	if r.Is(k, "nothing") && r.Ends(k+1) {
		return "you " + verb + " " + ordered(wanted) + " and got nothing"
	}
	got, end, ok := r.Tell(k)
	if r.Is(k, "a", "the") && looks[r.Word(k+1)] && r.Is(k+2, "one") {
		got, end, ok = grievance.Told{Text: "a " + r.Word(k+1) + " one", Noun: r.Word(k+1) + " one"}, k+3, true
	}
	if of, after, more := r.Tell(end + 1); ok && more && r.Is(end, "of") {
		got.Text, got.Noun, end = unsweetened(got.Text)+" of "+of.Text, got.Noun+" of "+of.Noun, after
	}
	if !ok || got.Noun == wanted.Noun || !(r.Ends(end) || r.Is(end, "instead", "in", "and", "with", "inside")) || strings.HasPrefix(got.Text, "your ") || got.Noun == "email" || got.Noun == "message" || got.Noun == "refund" || got.Noun == "notification" {
		return ""
	}
	clause := "you " + verb + " " + ordered(wanted) + " and got " + came(got)
	if len(clause) > 80 {
		return ""
	}
	return clause
}

// unsweetened is a thing without what the bitter call it: "a lovely view".
func unsweetened(thing string) string {
	for _, sweet := range []string{"lovely ", "beautiful ", "great ", "nice ", "wonderful ", "stunning "} {
		thing = strings.Replace(thing, " "+sweet, " ", 1)
	}
	return thing
}

// looks are what one of two things may be instead.
var looks = set("red blue black white green yellow pink grey brown purple beige navy silver gold small large medium big tiny huge left-handed different broken used")

// gotten is where it stands what came, behind "received", "got sent"; 0 for
// nowhere. The end of one sentence may lie between.
func (r reader) gotten(next int) int {
	for k := next; k < next+6 && k < r.Len(); k++ {
		if r.Is(k, "not", "never", "didn't", "haven't", "hasn't", "still", "until", "for", "yet", "when", "if") {
			return 0
		}
		if gettings[r.Word(k)] || r.Is(k, "sent", "given", "gave") && r.Is(k-1, "was", "been", "they", "you", "got") {
			k = r.Skip(k+1, "sent", "me", "us", "given")
			for k < r.Len() && r.Ends(k) && k < next+8 {
				k++
			}
			return k
		}
	}
	return 0
}

func ordered(n grievance.Told) string {
	if strings.HasPrefix(n.Text, "the ") || strings.HasPrefix(n.Text, "your ") || n.Text == n.Noun {
		return came(n)
	}
	return n.Text
}

// came tells it as new: nobody has heard of it.
func came(n grievance.Told) string {
	switch {
	case strings.HasPrefix(n.Text, "the "), n.Text == n.Noun && !n.Many:
		if n.Many || mass[n.Noun] {
			return n.Noun
		}
		return grievance.Article(n.Noun)
	}
	return n.Text
}

// seatsApart: "paid for seats together. we are in 4B, 17F and 32A".
func (r reader) seatsApart(j int) string {
	if !r.Is(j, "seats") || !r.Is(j+1, "together") {
		return ""
	}
	rows := 0
	for k := j + 2; k < r.Len() && k < j+24; k++ {
		letter := r.Word(k)
		if len(letter) == 1 && letter >= "a" && letter <= "k" && k > 0 && r.Word(k-1) != "" && len(r.Word(k-1)) < 3 && strings.Trim(r.Word(k-1), "0123456789") == "" {
			rows++
		}
	}
	if rows > 1 || r.within(j+2, j+24, list("separated split apart different separate")) {
		return "you paid for seats together and were split up"
	}
	return ""
}
