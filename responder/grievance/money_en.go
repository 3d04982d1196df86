package grievance

// charging: "charged twice", "double charged", "overcharged me".
func (p enParser) charging(i int) (finding, bool) {
	switch {
	case p.is(i, "overcharged", "overcharging", "overcharge", "overbilled"):
		return told(weightClear, "you were charged too much", "", "your bill")
	case p.is(i, "double", "twice") && !p.is(i+2, "refund") && p.is(i+1, "charged", "charge", "charging", "billed", "billing", "paid"):
		return told(weightExact, "you were charged twice", "", "your payment")
	case p.is(i, "charged", "charging", "charge", "billed", "billing", "bill"):
		for j := i + 1; j <= i+5; j++ {
			switch {
			case p.is(j, "twice", "double") && p.is(j+1, "what", "the", "refund"):
			case p.is(i, "bill") && p.is(j, "double") && j == i+1:
				return told(weightClear, "your bill doubled", "", "your bill")
			case p.is(j, "twice") && p.dearly(i, j) != "":
				return told(weightExact, "you were charged "+p.dearly(i, j)+" twice", "", "your payment")
			case p.is(j, "twice", "double"):
				return told(weightExact, "you were charged twice", "", "your payment")
			case p.is(j, "2") && p.is(j+1, "x"):
				return told(weightExact, "you were charged twice", "", "your payment")
			case (isShortNumber(p.word(j)) || counts[p.word(j)]) && p.is(j+1, "times"):
				return told(weightExact, "you were charged "+numeral(p.word(j))+" times", "", "your payment")
			case p.word(j) == "" && (j >= len(p.toks) || p.toks[j].kind == isBreak):
				return p.plainCharge(i)
			}
		}
		return p.plainCharge(i)
	}
	return finding{}, false
}

func (p enParser) plainCharge(i int) (finding, bool) {
	switch {
	case !p.is(i, "charged", "billed", "charging", "billing"):
	case p.is(i+1, "me", "us") && p.is(p.passOver(i+2), "for"):
		if what, _, ok := p.np(p.passOver(i+2)+1, maxNouns); ok && !idioms[what.head] {
			return told(weightClear, "you were charged for "+what.object(), "", "your bill")
		}
		return told(weightPlain, "you were charged for something you didn't expect", "", "your bill")
	case p.is(i+1, "my", "our") && p.is(i+2, "card", "account"), p.is(i+1, "me", "us"), p.is(i-1, "was", "been", "were", "got", "being", "am", "getting"):
		return told(weightPlain, "you were charged something you didn't expect", "", "your bill")
	}
	return finding{}, false
}

// dearly is what was charged at i, where it is named before the word at j: "charged
// [tax] twice".
func (p enParser) dearly(i, j int) string {
	n, next, ok := p.np(p.skip(i+1, "me", "us", "for"), maxNouns)
	if !ok || next != j || persons[n.head] || relations[n.head] || n.head == "card" || n.head == "account" || n.head == "money" {
		return ""
	}
	if p.is(i+1, "for") || p.is(i+2, "for") {
		return "for " + n.object()
	}
	if n.det == "" {
		return n.noun
	}
	return n.object()
}
