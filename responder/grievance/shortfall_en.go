package grievance

import "strconv"

// What was less, later or fewer than it should have been.

// jeered: "your cashier rolled her eyes at me".
func (p enParser) jeered(i int) (finding, bool) {
	if !p.is(i+1, "at", "in") && p.is(i, "swore", "laughed", "laughing", "shouting", "yelling", "mocked", "sneered", "smirked") && !p.is(i, "mocked") {
		return finding{}, false // "swore my ticket was good"
	}
	at := p.skip(i+1, "her", "his", "their", "eyes", "at", "in")
	if !p.is(at, "me", "us", "my", "our") || !p.near(i, persons, "you", "they", "he", "she") {
		return finding{}, false
	}
	return told(weightClear, "you weren't met with the respect you deserve", "", "")
}

// onlyOne: "only one till open", "just two buses all morning".
func (p enParser) onlyOne(i int) (finding, bool) {
	if !p.is(i+1, "one", "1", "two", "2") || p.is(i-1, "i", "we", "i've", "we've", "have", "had", "got", "for", "ordered", "bought", "need", "want") {
		return finding{}, false
	}
	n, next, ok := p.np(i+1, 3)
	if !ok || units[n.head] != "" || idioms[n.head] || relations[n.head] || n.head == "person" || n.head == "people" || n.head == "thing" || n.head == "way" || n.head == "time" {
		return finding{}, false
	}
	open := p.is(next, "open", "working", "available", "running", "left")
	if !open && !persons[n.head] {
		return finding{}, false
	}
	state := ""
	if open {
		state = p.word(next)
	}
	return told(weightPlain, join("there", n.pick("was", "were"), "only", n.String(), state), "", "")
}

// droppedCalls: "dropped calls all day".
func (p enParser) droppedCalls(i int) (finding, bool) {
	if !p.is(p.skip(i+1, "my", "our", "all"), "call", "calls") || p.is(i-1, "i", "we") {
		return finding{}, false
	}
	return told(weightPlain, "your calls keep dropping", "", "your calls")
}

// everyFew: "ads every two minutes".
func (p enParser) everyFew(i int) (finding, bool) {
	span, _, ok := p.recurring(i + 1)
	if !ok || !p.is(i+1, "every") {
		return finding{}, false
	}
	return told(weightPlain, join("there are", p.word(i), span), "", "")
}

// wasPromised: "@brand promised me a free upgrade and then".
func (p enParser) wasPromised(i int) (finding, bool) {
	if !p.is(i+1, "me", "us") || p.is(i-1, "i", "we") {
		return finding{}, false
	}
	n, next, ok := p.np(i+2, maxNouns)
	if !ok || n.head == "refund" || n.head == "call" || n.head == "callback" || !p.endsAt(next) || idioms[n.head] || delicate[n.head] {
		return finding{}, false
	}
	return told(weightPlain, "you were promised "+n.object(), "", "")
}

// tookSpan: "took 40 minutes to get two coffees".
func (p enParser) tookSpan(i int) (finding, bool) {
	if p.is(i-1, "i", "we", "only") {
		return finding{}, false
	}
	span, j, ok := p.duration(p.skip(i+1, "me", "us", "you", "them", "about"))
	if !ok || !p.is(j, "to", "for") {
		return finding{}, false
	}
	clause, ok := p.clause(p.skip(j, "to", "for", "you", "me", "them"))
	if !ok {
		return finding{}, false
	}
	return told(weightClear, join("it took", span, "to", clause), "a wait of "+span, "")
}

// whereIs: "where's the refund".
func (p enParser) whereIs(i int) (finding, bool) {
	j := p.skip(i+1, "is", "are", "the", "hell", "fuck", "heck", "my", "our")
	if !p.is(j-1, "the", "my", "our") || !awaitables[p.word(j)] && !p.is(j, "train", "bus", "driver", "engineer", "technician") || !p.endsAt(j+1) {
		return finding{}, false
	}
	return told(weightPlain, "you're still waiting for your "+p.word(j), "", "your "+p.word(j))
}

// fewerThanOrdered: "ordered 2 pizzas got 1".
func (p enParser) fewerThanOrdered(i int) (finding, bool) {
	wanted := p.count(i + 1)
	for j := i + 2; wanted > 0 && j < min(i+12, len(p.toks)); j++ {
		if !p.is(j, "got", "received", "get", "came", "arrived", "delivered", "sent") {
			continue
		}
		k := p.skip(j+1, "only", "just", "me", "us")
		if got := p.count(k); got > 0 && got < wanted && units[p.word(k+1)] == "" {
			return told(weightClear, "part of your order was missing", "", "your order")
		}
	}
	return finding{}, false
}

// count reads a small number, 0 for none.
func (p enParser) count(i int) int {
	if n, ok := numerals[p.word(i)]; ok {
		return n
	}
	n, err := strconv.Atoi(p.word(i))
	if err != nil || n > 99 {
		return 0
	}
	return n
}

var numerals = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// costsToDo: "it's going to cost £50 to change one letter".
func (p enParser) costsToDo(i int) (finding, bool) {
	j := p.skip(i+1, "me", "us", "over", "almost", "like")
	if !p.amountAt(j) || !p.is(j+1, "to", "for") {
		return finding{}, false
	}
	if p.is(j+1, "for") {
		n, next, ok := p.np(j+2, maxNouns)
		return finding{Grievance: Grievance{Issue: "it costs so much for " + n.object()}, weight: weightPlain}, ok && p.endsAt(next) && !idioms[n.head] && !relations[n.head]
	}
	clause, ok := p.clause(j + 2)
	return finding{Grievance: Grievance{Issue: "it costs so much to " + clause}, weight: weightPlain}, ok
}
