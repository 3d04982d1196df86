package grievance

import "strings"

// markedAs tells what a delivery was marked as, which is not what happened: "marked
// as customer refused", "tracking says recipient not at home".
func (p enParser) markedAs(i int) (finding, bool) {
	for k := i + 1; k < min(i+8, len(p.toks)); k++ {
		if p.toks[k].kind == isBreak && !p.toks[k].quote {
			break
		}
		if p.is(k, "customer", "recipient", "addressee", "consignee", "receiver") {
			if f, ok := p.markedOf(k + 1); ok {
				return f, true
			}
		}
	}
	j := p.skip(p.skip(i+1, "it", "my", "the", "order", "parcel", "package", "delivery", "item"), "as", "being", "been")
	if p.is(i, "marked", "logged", "recorded", "showing", "shows", "listed") && p.is(j-1, "as") && p.is(j, "refused", "undeliverable", "rejected") && p.ofDelivery() {
		return told(weightExact, "your delivery was marked as "+p.word(j), "", "your delivery")
	}
	return finding{}, false
}

// markedOf reads what is claimed of the customer from j on.
func (p enParser) markedOf(j int) (finding, bool) {
	j = p.skip(j, "has", "had", "was", "is", "wasn't", "isn't")
	switch {
	case p.is(j, "refused", "rejected", "declined") && (p.endsAt(j+1) || p.is(p.skip(j+1, "to", "accept", "the", "my", "this"), "delivery", "parcel", "package", "order", "shipment", "item", "it")):
		return told(weightExact, "your delivery was marked as refused", "", "your delivery")
	case p.is(p.skip(j, "not", "at"), "home", "available", "in", "present") && (p.is(j, "not") || p.denied(j-1)):
		return told(weightExact, "your delivery was marked as nobody at home", "", "your delivery")
	}
	return finding{}, false
}

// ofDelivery reports a post about something that is brought.
func (p enParser) ofDelivery() bool {
	return p.speaksOf(fields("delivery deliver delivered parcel parcels package order courier driver tracking shipment item"))
}

// ofCustomer reports a clause that says of the customer what only a record says of
// the author.
func ofCustomer(issue string) bool {
	issue = strings.TrimPrefix(issue, "it says ")
	for _, who := range []string{"the customer ", "the recipient ", "the addressee "} {
		if rest, ok := strings.CutPrefix(issue, who); ok {
			first, more, _ := strings.Cut(rest, " ")
			return claimed[first] || (first == "was" || first == "has") && claimed[firstWord(more)]
		}
	}
	return false
}

var claimed = set("refused rejected declined wasn't isn't cancelled requested didn't hasn't won't")

// unowned reports a clause about what people merely do not own: "I don't have the
// app", "own no printer".
func unowned(issue string) bool {
	for _, lacks := range []string{"you don't have ", "you have no ", "you had no ", "you didn't have ", "there was no ", "there's no "} {
		if what, ok := strings.CutPrefix(issue, lacks); ok && !strings.HasPrefix(what, "your ") && strings.Count(what, " ") < 2 && needNotOwn[lastWord(what)] {
			return true
		}
	}
	return false
}

// needNotOwn is what one has or does not have, and need not have.
var needNotOwn = set("app car printer smartphone iphone scanner computer laptop pc vehicle licence license passport facebook instagram whatsapp twitter receipt job idea clue")

// setAside reports that what the post says at i of a thing is that it was not that,
// or that they have none: "it wasn't the app, it was", "I don't have the app".
func (p enParser) setAside(i int) bool {
	j := i - 1
	if p.is(j, "have", "own", "use", "got", "want", "need") {
		j--
		return p.is(j, "don't", "not", "haven't", "doesn't", "didn't", "never", "dont", "without")
	}
	return p.is(j, "wasn't", "isn't", "weren't", "aren't") && p.is(j-1, "it", "that", "this", "") || p.is(j, "not") && p.is(j-1, "it's", "is", "was", "that's") || p.is(j, "without")
}
