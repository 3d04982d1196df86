package detail

import "strings"

// diedOf: "my dad died", "my nan has passed away", "we lost my mum in May"; at
// i stands the verb or the noun.
func (r reader) died(i int) Detail {
	if r.Is(i, "passed") && !r.Is(i+1, "away") && !r.Is(i+1, "on", "last", "in", "this", "yesterday", "", "suddenly", "peacefully", "two", "three", "just") {
		return Detail{}
	}
	b := i - 1
	for r.Is(b, "has", "have", "just", "had", "recently", "sadly", "suddenly", "only", "already", "who", "ve", "also", "then") {
		b--
	}
	if r.within(i-3, i, list("could would might nearly almost if")) || r.Thought(i) || r.within(i+1, i+4, list("laughing inside embarrassment")) || r.row(i+1, "of", "boredom", "") {
		return Detail{}
	}
	who := kin[r.Word(b)]
	if who == "" && r.row(i, "passed", "away") && !r.Is(b, "it", "phone", "laptop", "battery", "time", "which") {
		return Detail{Kind: Loss, What: "your loss"}
	}
	if who == "" || !(r.mine(b-1) || r.mine(b-2)) {
		return Detail{}
	}
	return mourned(who)
}

// mourned names who died where that is kin; the young are not named.
func mourned(who string) Detail {
	switch who {
	case "baby", "child", "kids", "children", "newborn", "toddler", "twins", "son", "daughter", "lad", "students", "pupils", "guests", "patients", "friends", "family", "parents", "grandparents":
		return Detail{Kind: Loss, What: "your loss"}
	}
	return Detail{Kind: Loss, What: "your " + who}
}

// bereaved: "after my miscarriage", "at my dad's funeral", "since my loss".
func (r reader) bereaved(i int) Detail {
	switch {
	case r.Thought(i):
	case r.Is(i, "miscarriage", "miscarried", "stillborn", "stillbirth", "bereaved", "bereavement") && !r.Is(i+1, "team", "policy", "fare", "fares", "leave", "department") && !r.within(i-4, i, list("not no")):
		return Detail{Kind: Loss, What: "your loss"}
	case r.Is(i, "bereavement") && r.near(i, 12, list("my our died passed")):
		return Detail{Kind: Loss, What: "your loss"}
	case r.Is(i, "loss") && r.mine(i-1) && !r.Is(i+1, "of", "is", "then", "adjuster") && r.Is(i-2, "after", "since", "about", "of", "following", "with"):
		return Detail{Kind: Loss, What: "your loss"}
	case r.Is(i, "funeral") && (r.mine(i-1) || r.whoseIs(i) || r.Is(i-1, "a", "the", "family") && r.Is(i-2, "for", "to", "at", "missed", "from", "miss", "attend", "after", "with")) && !r.Is(i+1, "home", "director", "directors", "plan", "cover", "insurance"):
		return Detail{Kind: Loss, What: "your loss"}
	case r.Is(i, "late") && r.mine(i-1) && kin[strings.TrimSuffix(r.Word(i+1), "'s")] != "" && !r.Is(i+1, "friend", "guests", "friends", "kids", "baby", "students", "cat", "dog"):
		return mourned(kin[strings.TrimSuffix(r.Word(i+1), "'s")])
	case r.Is(i, "ashes") && (r.whoseIs(i) || r.row(i+1, "of", "my") && kin[r.Word(i+3)] != ""):
		return Detail{Kind: Loss, What: "your loss"}
	case r.Is(i, "death") && r.row(i+1, "of", "my") && kin[r.Word(i+3)] != "":
		return mourned(kin[r.Word(i+3)])
	case r.Is(i, "death") && (r.whoseIs(i)):
		return Detail{Kind: Loss, What: "your loss"}
	}
	return Detail{}
}

func (r reader) whoseIs(i int) bool { who, _ := r.whose(i); return who != "" && who != "your" }

// lostKin: "we lost my mum in May", "lost our baby"; who got lost in a place
// did not die.
func (r reader) lostKin(i int) Detail {
	who, next, ok := r.owned(i + 1)
	if !ok || r.Thought(i) || strings.HasSuffix(r.Word(next-1), "'s") || !r.Is(i-1, "i", "we", "just", "i've", "we've", "recently", "have", "had", "since", "when") {
		return Detail{}
	}
	if pets[strings.TrimPrefix(who, "your ")] || !(r.Is(next, "last", "this", "to", "recently", "suddenly", "two", "three", "yesterday") || r.Is(next, "in") && (monthNumbers[r.Word(next+1)] > 0 || strings.HasPrefix(r.Word(next+1), "20")) || r.Ends(next)) {
		return Detail{}
	}
	return mourned(strings.TrimPrefix(who, "your "))
}

// putDown: "had my dog put to sleep", "put my cat down".
func (r reader) putDown(i int) Detail {
	if r.row(i+1, "to", "sleep") && pets[r.Word(i-1)] && r.mine(i-2) {
		return Detail{Kind: Loss, What: "your " + kin[r.Word(i-1)]}
	}
	if r.mine(i+1) && pets[r.Word(i+2)] && (r.row(i+3, "down") || r.row(i+3, "to", "sleep")) {
		return Detail{Kind: Loss, What: "your " + kin[r.Word(i+2)]}
	}
	return Detail{}
}

// inHospital: "my mum is in hospital", "I'm in hospital"; at i stands the
// hospital, or the illness.
func (r reader) inHospital(i int) Detail {
	b := i - 1
	if r.Is(i, "hospital") {
		if r.Is(b, "the") {
			b--
		}
		if !r.Is(b, "in") {
			return Detail{}
		}
		b--
	}
	for r.Is(b, "been", "back", "still", "currently", "now", "stuck", "lying", "just", "terminally", "seriously", "very", "has", "have", "is", "was", "with", "got", "am", "having", "stage", "a", "had") && b > i-6 {
		b--
	}
	if b == i-1 || r.Thought(i) || r.Is(i-2, "work", "working", "works") {
		return Detail{}
	}
	tells := illness[r.Word(i)]
	switch who := kin[r.Word(b)]; {
	case r.Is(b, "i'm", "i", "i've") && !r.row(b, "i", "was"):
		if tells == "in hospital" {
			return Detail{Kind: Ill, What: "you're in hospital"}
		}
		return Detail{Kind: Ill, What: "you've been so ill"}
	case who == "" || !r.mine(b-1), pets[who], who == "guests" || who == "patients":
		return Detail{}
	case strings.HasSuffix(who, "s") || who == "children" || who == "grandchildren":
		return Detail{Kind: Ill, What: "your " + who + " are " + tells}
	default:
		return Detail{Kind: Ill, What: "your " + who + " is " + tells}
	}
}

// illness is how it is told that somebody is ill.
var illness = map[string]string{"hospital": "in hospital", "cancer": "so ill", "chemo": "so ill", "dying": "so ill", "ill": "so ill", "icu": "in hospital", "hospice": "so ill"}
