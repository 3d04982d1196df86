package detail

import "strings"

// days are occasions with the word that stands before them: "on your birthday".
var days = map[string]string{
	"birthday": "on", "wedding": "around", "honeymoon": "on", "anniversary": "on", "graduation": "around", "christening": "around", "baptism": "around", "prom": "around", "hen": "", "holiday": "on", "holidays": "on", "vacation": "on",
	"party": "", "birthdays": "", "retirement": "", "engagement": "", "bday": "on",
}

// perks are what a brand gives on a birthday of its own accord.
var perks = set("reward rewards coupon voucher offer discount freebie points bonus deal code free")

// day: "on my birthday", "ruined our honeymoon", "mums birthday flowers"; at i
// stands the day.
func (r reader) day(i int) Detail {
	name := r.Word(i)
	before := days[name]
	if before == "" || r.Thought(i) || perks[r.Word(i+1)] || r.within(i-2, i, list("happy")) || r.within(i, i+10, perks) || r.Is(i-1, "last") || r.within(i-3, i, list("til till until")) {
		return Detail{}
	}
	if name == "bday" {
		name = "birthday"
	}
	whose, at := r.whose(i)
	if whose == "" || (name == "holiday" || name == "holidays" || name == "vacation") && !r.Is(at-1, "ruined", "ruining", "spoiled", "on", "during", "spoilt") {
		return Detail{}
	}
	if name == "wedding" && r.Is(i+1, "day", "night") {
		return Detail{Kind: Occasion, What: "on " + whose + " wedding day"}
	}
	if name == "wedding" && r.Is(i+1, "anniversary") {
		return Detail{}
	}
	if r.Is(i+1, "insurance", "list", "photos", "pictures", "video", "allowance", "let", "home", "park", "pay", "money") && name != "birthday" {
		return Detail{}
	}
	return Detail{Kind: Occasion, What: before + " " + whose + " " + strings.TrimSuffix(name, "s")}
}

// whose is the owner of what stands at i, and where he stands: "your mum's".
func (r reader) whose(i int) (string, int) {
	j := i - 1
	for r.Is(j, "big", "special", "silver", "golden", "th", "st", "nd", "rd") || isNumber(r.Word(j)) {
		j--
	}
	if r.mine(j) {
		return "your", j
	}
	name := strings.TrimSuffix(r.Word(j), "'s")
	who, ok := kin[name]
	if !ok {
		name = strings.TrimSuffix(name, "s") // "mums birthday"
		who, ok = kin[name]
	}
	switch {
	case !ok || kin[r.Word(j)] == r.Word(j):
		return "", i
	case r.mine(j - 1):
		return "your " + who + "'s", j - 1
	case r.opens(j) || !r.Is(j-1, "his", "her", "their", "your", "the", "a"):
		return "your " + who + "'s", j
	}
	return "", i
}

// isNumber reports the "40" of "40th".
func isNumber(w string) bool {
	return w != "" && len(w) < 4 && strings.Trim(w, "0123456789") == ""
}

// feasts are days that all have.
var feasts = map[string]string{"christmas": "Christmas", "easter": "Easter", "thanksgiving": "Thanksgiving"}

// feast: "need it for Christmas", "no oven on Thanksgiving".
func (r reader) feast(i int) Detail {
	name := feasts[r.Word(i)]
	if r.Thought(i) || r.near(i, 3, list("happy merry last after since")) || r.Is(i+1, "sale", "ad", "advert", "song", "jumper", "menu", "special", "market", "party", "offer") {
		return Detail{}
	}
	switch {
	case r.Is(i-1, "on", "at") || r.within(i-4, i, list("ruined ruining spoiled")), r.Is(i+1, "day", "eve", "morning") && r.Is(i-1, "on"):
		return Detail{Kind: Occasion, What: "at " + name}
	case r.Is(i-1, "before", "by", "until", "till", "til"), r.row(i-3, "in", "time", "for"), r.Is(i-1, "for") && r.before(i, list("need needed arrive present presents gift gifts ordered wanted")) >= 0:
		return Detail{Kind: Occasion, What: "so close to " + name}
	}
	return Detail{}
}

// tight are nights and days on which something must be ready.
var tight = set("tonight today tomorrow midnight monday tuesday wednesday thursday friday saturday sunday hours hour minutes morning")

// due: "deadline is tonight", "exam tomorrow"; at i stands what is due.
func (r reader) due(i int) Detail {
	what := dueDays[r.Word(i)]
	if r.Thought(i) || r.Is(i+1, "extension", "results", "room", "centre", "center", "board", "questions", "process") || r.Is(i-1, "phone", "radio", "podcast", "great", "your") {
		return Detail{}
	}
	mine := r.mine(i-1) || r.mine(i-2) || r.Is(i-1, "an", "a", "have", "got", "the") || r.opens(i) || r.Is(i-1, "job", "final", "assignment", "work", "important")
	for j := i + 1; j <= i+5 && !r.Ends(j); j++ {
		if tight[r.Word(j)] && mine {
			return Detail{Kind: Occasion, What: what}
		}
	}
	return Detail{}
}

// homeworker: "I work from home", "working from home today".
func (r reader) homeworker(i int) Detail {
	if !r.row(i+1, "from", "home") || r.Is(i+3, "day", "policy", "offers", "jobs", "job", "scheme") || r.Thought(i) || !r.near(i, 25, faults) {
		return Detail{}
	}
	if r.Is(i-1, "i", "we", "and", "who", "to", "can't", "i'm", "am", "be", "been", "both", "when", "husband", "wife", "partner", "while") || r.opens(i) {
		return Detail{Kind: Occasion, What: "when you work from home"}
	}
	return Detail{}
}

// visited: "my guests are arriving and the oven is dead".
func (r reader) visited(i int) Detail {
	j := r.Skip(i+1, "are", "is", "all", "were", "due")
	if !r.Is(j, "arriving", "coming", "here", "arrive", "waiting") && !r.Is(j-1, "due") || r.Thought(i) || !r.near(i, 14, faults) || !(r.mine(i-1) || r.opens(i) || r.Is(i-1, "have", "dinner", "with", "eight", "ten", "six")) {
		return Detail{}
	}
	return Detail{Kind: Occasion, What: "with guests on the way"}
}

// moving: "moving house tomorrow", "just moved into our new home".
func (r reader) moving(i int) Detail {
	if r.Thought(i) || r.before(i, list("before last ago")) >= 0 {
		return Detail{}
	}
	if r.Is(i+1, "house", "home", "flat") && r.Is(i, "moving") && r.within(i+2, i+6, tight) {
		return Detail{Kind: Occasion, What: "when you're moving house"}
	}
	return Detail{}
}

// toCatch: "I have a flight to catch".
func (r reader) toCatch(i int) Detail {
	if thing := r.Word(i - 2); r.row(i-1, "to", "catch") && (thing == "flight" || thing == "train" || thing == "ferry" || thing == "plane") && !r.Thought(i) {
		return Detail{Kind: Occasion, What: "with a " + thing + " to catch"}
	}
	return Detail{}
}

// firstDay: "my daughter's first day at school", "first day of my new job".
func (r reader) firstDay(i int) Detail {
	if !r.Is(i+1, "day") || r.Thought(i) {
		return Detail{}
	}
	for _, at := range firstDays {
		if r.row(i+2, strings.Fields(at[0])...) {
			return Detail{Kind: Occasion, What: at[1]}
		}
	}
	return Detail{}
}

// firstDays are what a first day may be of, and how it is told.
var firstDays = [][2]string{
	{"of school", "on the first day of school"},
	{"at school", "on the first day of school"},
	{"back at school", "on the first day of school"},
	{"of term", "on the first day of term"},
	{"of my holiday", "on the first day of your holiday"},
	{"of our holiday", "on the first day of your holiday"},
	{"of my new job", "on the first day of your new job"},
	{"at my new job", "on the first day of your new job"},
	{"in my new job", "on the first day of your new job"},
	{"of holidays", "on the first day of your holiday"},
	{"of holiday", "on the first day of your holiday"},
	{"of our vacation", "on the first day of your holiday"},
	{"of vacation", "on the first day of your holiday"},
}

// nightly is what nobody wants at night.
var nightly = set("woke woken wakes waking went goes text texted cancelled called rang stranded stuck plays alarm alarms beep beeps beeping delayed waiting arrived outage bang banging noise")

// night: "the alarm went off at 3am".
func (r reader) night(i int) Detail {
	late := r.Is(i, "am") && len(r.Word(i-1)) == 1 && r.Word(i-1) >= "1" && r.Word(i-1) <= "4" && r.Is(i-2, "at") && !r.Is(i-3, "open", "opens", "close", "closes")
	if late || r.Is(i, "night") && r.row(i-4, "in", "the", "middle", "of", "the", "night") || r.Is(i, "night") && r.row(i-5, "in", "the", "middle", "of", "the") {
		if !r.Thought(i) && r.near(i, 14, nightly) {
			return Detail{Kind: Night, What: "in the middle of the night"}
		}
	}
	return Detail{}
}

// cold: "no heating and it's freezing", "stood in the rain".
func (r reader) cold(i int) Detail {
	left := r.Is(i-2, "in") && r.Is(i-1, "the", "this") && r.before(i, list("stood standing waiting waited stranded left walk walking sat sitting stuck")) >= 0
	unheated := r.near(i, 10, list("heating heat boiler power electricity")) && r.near(i, 10, negations)
	if r.Thought(i) || !left && (!unheated || !r.Is(i, "freezing", "snow", "winter", "snowing")) {
		return Detail{}
	}
	return Detail{Kind: Occasion, What: "in this weather"}
}

// dueDays are what must be ready in time, and how that is told.
var dueDays = map[string]string{"deadline": "with a deadline so close", "exam": "with an exam coming up", "exams": "with exams coming up", "finals": "with finals coming up", "interview": "with an interview coming up", "presentation": "with a presentation coming up", "surgery": "with surgery coming up", "operation": "with an operation coming up"}
