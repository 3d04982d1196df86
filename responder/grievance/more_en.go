package grievance

// fault: "I keep getting error messages".
func (p enParser) fault(i int) (finding, bool) {
	if !p.is(i, "getting", "get", "gives", "giving", "receiving", "shows", "showing", "says", "keeps", "seeing") {
		return finding{}, false
	}
	j := p.skip(p.skip(i+1, "me", "us", "an", "a", "this", "the", "same"), "getting", "server", "network", "payment")
	if !p.is(j, "error", "errors") {
		return finding{}, false
	}
	return told(weightPlain, "you keep running into an error", "", "")
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

// sinceUpdate: "ever since the latest update".
func (p enParser) sinceUpdate(i int) (finding, bool) {
	if !p.is(i, "since", "after") {
		return finding{}, false
	}
	j := p.skip(p.skip(i+1, "the", "your", "this", "that", "my", "i"), "last", "latest", "new", "recent", "ios", "software", "system")
	if !p.is(j, "update", "updating", "updated", "upgrade") {
		return finding{}, false
	}
	return told(weightFaint, "you've had trouble since the update", "", "the update")
}

// battery: "battery drains in an hour".
func (p enParser) battery(i int) (finding, bool) {
	if !p.is(i, "battery") || !p.is(p.skip(i+1, "life", "is", "just", "keeps"), "dies", "drains", "draining", "dying", "sucks", "terrible", "awful", "horrible", "trash", "drain", "goes", "dropping", "drops") {
		return finding{}, false
	}
	return told(weightClear, "your battery runs down too fast", "", "your battery")
}
