package detail

import (
	"strconv"
	"strings"

	"goodgraces/responder/grievance"
)

// harmed are what befell somebody: "my kids are gutted".
var harmed = set(`gutted crying devastated upset heartbroken sad starving hungry cold freezing scared terrified frightened waiting stuck stranded sick poorly
	screaming disappointed distraught exhausted soaked confused worried anxious shivering miserable inconsolable humiliated embarrassed fuming furious`)

// harming are verbs with such a person for an object: "left my mum stranded".
var harming = set("left leaving stranded kept made scared upset ignored abandoned refused embarrassed humiliated turned told treated disappointed shouted separated")

// denials are verbs by which a person is denied something: "my mum can't get in".
var denials = set("can't couldn't cannot didn't haven't hasn't won't wasn't isn't")

// atEase are verbs that make no harm of a denial: "my wife can't wait".
var atEase = set("believe wait stop help even like know want care mind think see")

// whom: "my kids are gutted", "left my mum stranded"; at i stands "my".
func (r reader) whom(i int) Detail {
	who, next, ok := r.owned(i)
	if !ok || r.Thought(i) || strings.HasSuffix(r.Word(next-1), "'s") || r.within(i-4, i, list("than like as from")) {
		return Detail{}
	}
	j := next
	if age, end := r.ageAfter(j); age != "" {
		if child(age) && (strings.HasSuffix(who, " son") || strings.HasSuffix(who, " daughter") || strings.HasSuffix(who, " lad") || strings.HasSuffix(who, " child") || strings.HasSuffix(who, " kid")) {
			return Detail{Kind: Whom, What: "your " + age + "-year-old"}
		}
		if n, err := strconv.Atoi(age); err == nil && n >= 65 {
			return Detail{Kind: Whom, What: "your " + age + "-year-old" + strings.TrimPrefix(who, "your")}
		}
		j = end
	}
	switch {
	case r.suffers(j), r.went(j), harming[r.Word(i-1)] || r.Is(i-1, "at") && r.Is(i-2, "shouted", "yelled", "swore"), r.Is(i-1, "with", "and") && r.before(i, list("stuck stranded waiting stood sat left")) >= 0:
		return Detail{Kind: Whom, What: who}
	}
	return Detail{}
}

// suffers: "are absolutely gutted", "couldn't get in", "has no school shoes".
func (r reader) suffers(j int) bool {
	if r.Is(j, "is", "are", "was", "were", "been", "now", "all") || r.Is(j, "has", "have") && r.Is(j+1, "been") {
		k := r.Skip(r.Skip(j, "is", "are", "was", "were", "has", "have", "been", "all"), "now", "still", "so", "absolutely", "really", "very", "totally", "left", "literally", "both", "all")
		return harmed[r.Word(k)] && !r.row(k, "sick", "of") || r.row(k, "in", "tears")
	}
	if denials[r.Word(j)] {
		return !atEase[r.Word(j+1)] && r.Word(j+1) != ""
	}
	return r.Is(j, "has", "have") && r.Is(j+1, "no") && !r.Is(j+2, "idea", "clue", "problem", "issues", "problems", "interest") || r.Is(j, "cried", "crying", "stuck", "stranded", "waiting", "freezing", "shivering")
}

// went: "went blue", "went hungry", "went without", "ate cereal for dinner".
func (r reader) went(j int) bool {
	return r.Is(j, "went") && r.Is(j+1, "blue", "hungry", "without", "cold") || r.Is(j, "ate", "had") && r.Is(j+1, "cereal", "toast", "nothing", "beans", "crisps") || r.Is(j, "missed") && r.Word(j+1) != "" && !r.Is(j+1, "call", "you")
}

// ageAfter: "is six", "is 84 years old".
func (r reader) ageAfter(j int) (age string, next int) {
	if !r.Is(j, "is", "aged", "who's") {
		return "", j
	}
	k := r.Skip(j+1, "only", "just", "nearly", "almost", "is")
	return r.age(k), k + 1
}

// age reads a whole number of years, told as prose does.
func (r reader) age(k int) string {
	w := r.Word(k)
	if countWords[w] || w == "one" {
		if r.Ends(k+1) || r.Is(k+1, "and", "years") {
			return w
		}
		return ""
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 1 || n > 104 || !r.Ends(k+1) && !r.Is(k+1, "years", "and", "year", "now") {
		return ""
	}
	return grievance.Numeral(w)
}

// child reports an age below fifteen.
func child(age string) bool {
	n, err := strconv.Atoi(age)
	return err != nil || n < 15
}

// yearOld: "my 4yo", "a six year old"; at i stands "year" or "yo".
func (r reader) yearOld(i int) Detail {
	k := i - 1
	if r.Is(i, "year") && !r.Is(i+1, "old", "olds") {
		return Detail{}
	}
	n := r.Word(k)
	number, err := strconv.Atoi(n)
	if !countWords[n] && (err != nil || number < 1 || number > 104) {
		return Detail{}
	}
	next := i + 1
	if r.Is(i, "year") {
		next++
	}
	if r.Is(next, "could", "can", "would", "does", "with", "knows", "level", "account", "phone", "car", "boiler", "tv", "laptop", "customer") || r.within(k-5, k-1, list("than like even")) || r.Thought(i) {
		return Detail{}
	}
	if r.chargedFor(k, next) {
		return Detail{}
	}
	return r.aged84(k, next, grievance.Numeral(n), err == nil && number >= 65)
}

// aged84 is the person of an age that stands at k: a child or one of old age.
func (r reader) aged84(k, next int, age string, old bool) Detail {
	who, known := kin[r.Word(next)]
	switch {
	case !r.mine(k-1) && !r.mine(k-2):
		return Detail{}
	case old && known:
		return Detail{Kind: Whom, What: "your " + age + "-year-old " + who}
	case child(age) && (!known || who == "son" || who == "daughter" || who == "child"):
		return Detail{Kind: Whom, What: "your " + age + "-year-old"}
	}
	return Detail{}
}

// theKids: "the kids are gutted".
func (r reader) theKids(i int) Detail {
	if r.Is(i-1, "the", "two", "our") && !r.mine(i-1) && (r.suffers(i+1) || r.went(i+1)) && !r.Thought(i) {
		return Detail{Kind: Whom, What: "the " + kin[r.Word(i)]}
	}
	return Detail{}
}

// chargedFor reports that a child of theirs was charged for as an adult, which
// Clause tells; the child does not feel it.
func (r reader) chargedFor(k, next int) bool {
	return r.mine(k-1) && r.Is(k-2, "charged", "charge", "charging", "billed") && (r.row(next, "as", "an", "adult") || r.row(next+1, "as", "an", "adult"))
}

// withChild: "four hours with a toddler", "no heating, two small kids"; at i
// stands the child.
func (r reader) withChild(i int) Detail {
	j := i - 1
	for r.Is(j, "small", "young", "little", "tiny") || r.countAt(j) != "" {
		j--
	}
	counted := j < i-1 && r.Ends(i+1) && r.Ends(j)
	with := r.Is(j, "a", "with") && (r.Is(j, "with") && j < i-1 || r.Is(j-1, "with"))
	if !counted && !with || r.Thought(i) || !r.near(i, 12, bearing) || r.Is(i+1, "seat", "food", "wipes", "shower", "clothes", "photos", "menu", "car", "club") {
		return Detail{}
	}
	return Detail{Kind: Whom, What: "your " + kin[r.Word(i)]}
}

// bearing are what is hard on a child, too.
var bearing = set("queue queueing queuing waiting waited stuck stranded stood standing hold delayed delay cancelled heating power electricity water freezing cold hours tarmac")
