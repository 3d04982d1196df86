package grievance

// uncome tells by a verb what has not been done yet, of what did not come.
var uncome = map[string]string{"arrived": "arrived", "came": "come", "come": "come", "turned": "turned up", "showed": "turned up", "shipped": "been shipped", "dispatched": "been dispatched"}

// notCome: "the golf clubs still [haven't turned up]", "your man never showed"; the
// verb stands at j.
func (p enParser) notCome(i, j int) (finding, bool) {
	end := i - 1
	for p.is(end, "still", "just", "even", "has", "have", "simply") {
		end--
	}
	n, ok := p.opening(end)
	person := persons[p.word(end)] || persons[singular(p.word(end))]
	if person && !p.is(j, "shipped", "dispatched") && (p.endsAt(p.skip(j+1, "up", "out")) || prepositions[p.word(j+1)]) {
		return told(weightPlain, "nobody came", "", "")
	}
	if p.is(end, "it") && !ok {
		n, ok = p.antecedent(end)
		ok = ok && n.det == "your"
	}
	if !ok || person || uncome[p.word(j)] == "" || n.det == "no" || n.any || relations[n.head] || idioms[n.head] || vague[n.head] || units[n.head] != "" || weekdays[n.head] || brands[n.head] != "" {
		return finding{}, false
	}
	return told(weightPlain, join(n.subject(), n.pick("hasn't", "haven't"), uncome[p.word(j)]), "", n.subject())
}

// opening is the noun phrase that ends at a place and opens its clause.
func (p enParser) opening(end int) (phrase, bool) {
	for i := max(0, end-4); i <= end; i++ {
		if n, next, ok := p.np(i, maxNouns); ok && next == end+1 {
			if b := i - 1; p.word(b-1) == "" && p.mayBeName(b) && p.nominal(b) == notNominal {
				i-- // "golf [clubs]"
			}
			before := p.word(i - 1)
			return n, before == "" || closed[before] && dets[before] == ""
		}
	}
	return phrase{}, false
}

// stillFor: "still waiting [on the single ones]", "still no sign [of my bag]",
// "still nothing [on the claim]"; the preposition stands at i.
func (p enParser) stillFor(begin string, i int) (finding, bool) {
	n, _, ok := p.np(i+1, maxNouns)
	if !ok || !p.is(i, "for", "on", "of", "about") || n.det == "no" || n.any || relations[n.head] || idioms[n.head] || units[n.head] != "" || weekdays[n.head] || vague[n.noun] {
		return finding{}, false
	}
	return told(weightPlain, join(begin, n.object()), "", n.object())
}

// stillNone: "still nothing", "still no sign", and of what.
func (p enParser) stillNone(i int) (finding, bool) {
	begin, of := "there's still no news on", i+2
	if p.is(i+1, "no") {
		begin, of = "there's still no sign of", i+3
	}
	if f, ok := p.stillFor(begin, of); ok {
		return f, true
	}
	return told(weightPlain, "you're still waiting", "", "")
}
