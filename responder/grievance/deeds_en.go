package grievance

import "strings"

// deed: "you lost my bag", "thanks for cancelling my flight".
func (p enParser) deed(i int) (finding, bool) {
	done, ok := deeds[p.word(i)]
	if !ok || done == "" || p.is(i-1, "i", "we", "i've", "we've", "to", "can't", "my", "i'm", "ever", "not", "didn't", "wanna", "can", "could", "will", "would", "if") {
		return finding{}, false
	}
	if p.byAuthor(i) || !strings.HasSuffix(p.word(i), "ed") && baseForms[p.word(i)] && !p.is(i-1, "you", "they", "u", "guys", "people", "always") {
		return finding{}, false
	}
	j := p.skip(i+1, "both", "all", "of", "up")
	if !p.is(j, "my", "our") && !(p.is(j, "the") && p.is(i-1, "they", "you", "u")) {
		return finding{}, false
	}
	what, _, ok := p.thing(j)
	if !ok {
		return finding{}, false
	}
	return told(weightClear, what.subject()+" "+what.be("was")+" "+done, "", what.subject())
}

// byAuthor reports that the author did it, or tried to: "I opened my box",
// "can't I cancel my plan".
func (p enParser) byAuthor(i int) bool {
	for j := i - 1; j >= max(0, i-3) && p.word(j) != ""; j-- {
		if p.is(j, "you", "they", "u", "guys") {
			return false
		}
		if p.is(j, "i", "we", "i've", "we've", "i'm", "trying", "tried", "to", "can't", "cannot", "how", "i'd", "i'll") {
			return true
		}
	}
	return false
}

var baseForms = set("lose damage break cancel delay misplace")

// wrongOne: "sent me the wrong size".
func (p enParser) wrongOne(i int) (finding, bool) {
	if !p.is(i, "wrong") {
		return finding{}, false
	}
	switch {
	case p.is(i+1, "item", "order", "size", "product", "one", "thing", "parcel", "package", "colour", "color", "food", "pizza", "meal", "drink", "part", "address", "model"):
		noun := strings.Replace(p.word(i+1), "color", "colour", 1)
		if noun == "address" {
			return told(weightClear, "it went to the wrong address", "", "your order")
		}
		return told(weightClear, "you were given the wrong "+noun, "the wrong "+noun, "your order")
	case p.is(i+1, "information", "info", "advice", "details", "date", "price", "amount"):
		noun := strings.Replace(p.word(i+1), "info", "information", 1)
		return told(weightClear, "you were given the wrong "+strings.Replace(noun, "informationrmation", "information", 1), "", "")
	}
	return finding{}, false
}

// missingPart: "half my order was missing", "they forgot my fries".
func (p enParser) missingPart(i int) (finding, bool) {
	switch {
	case p.is(i, "missing") && p.is(i+1, "from", "in") && p.is(i+2, "my", "our", "the") && p.is(i+3, "order", "delivery", "package", "parcel", "box", "bag"):
		return told(weightClear, "something was missing from your "+p.word(i+3), "", "your "+p.word(i+3))
	case p.is(i, "half") && p.is(p.skip(i+1, "of"), "my", "our", "the"):
		what, j, ok := p.thing(p.skip(i+1, "of"))
		if ok && p.is(p.skip(j, "was", "is", "were", "are", "went"), "missing") {
			return told(weightClear, "half of "+what.subject()+" was missing", "", what.subject())
		}
	case p.is(i, "forgot", "forgotten") && p.is(i-1, "you", "they", "u", "always", "have", "guys") && p.is(i+1, "to") && p.is(i+2, "put", "include", "add", "pack", "give", "bring"):
		return told(weightClear, "something was missing from your order", "", "your order")
	}
	return finding{}, false
}

// rudeness: said as the author felt it, without agreeing who was at fault.
func (p enParser) rudeness(i int) (finding, bool) {
	if !p.is(i, "rude", "rudest", "disrespectful", "unhelpful", "unprofessional", "condescending", "hung", "yelled", "shouted", "ignored") {
		return finding{}, false
	}
	switch p.word(i) {
	case "hung":
		if p.is(i+1, "up") {
			return told(weightClear, "your call was cut off", "", "your call")
		}
		return finding{}, false
	case "ignored":
		return told(weightPlain, "you felt ignored", "", "")
	case "unhelpful":
		return told(weightPlain, "you didn't get the help you needed", "", "")
	}
	return told(weightClear, "you weren't met with the respect you deserve", "", "")
}

// poorService: nothing more concrete than the service itself.
func (p enParser) poorService(i int) (finding, bool) {
	if p.is(i, "customer") && p.is(i+1, "service", "support", "care") || p.is(i, "service") && !p.is(i-1, "customer", "no", "without", "cell", "phone", "internet", "cable") {
		for j := i - 4; j <= i+4; j++ {
			if p.is(j, "worst", "terrible", "horrible", "awful", "bad", "poor", "appalling", "disgusting", "shocking", "pathetic", "useless", "disappointing", "disappointed", "unacceptable", "lousy", "dreadful", "ridiculous", "shit", "shitty", "crap", "sucks", "joke", "garbage", "trash", "atrocious", "abysmal", "disgrace", "disgraceful") {
				return told(weightFaint, "our service let you down", "", "our service")
			}
		}
	}
	return finding{}, false
}

// mention: a thing of theirs is named, no more.
func (p enParser) mention(i int) (finding, bool) {
	if !p.is(i, "my", "our") {
		return finding{}, false
	}
	what, _, ok := p.thing(i)
	if !ok {
		return finding{}, false
	}
	return told(weightThing, "", "", what.subject())
}
