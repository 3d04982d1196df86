package grievance

import "strings"

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
			case p.is(i, "bill") && p.is(j, "double") && j == i+1:
				f, _ := told(weightClear, "your bill doubled", "", "your bill")
				return f, p.endsAt(j+1) || p.is(j+1, "since", "from", "what", "this")
			case p.is(j, "twice", "double") && p.is(j+1, "what", "the", "refund"):
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

// chargedThough is what the author was charged for with what makes it wrong: "charged
// for a film [I never watched]".
func (p enParser) chargedThough(issue string, at int) string {
	if !strings.HasPrefix(issue, "you were charged for ") && !strings.HasPrefix(issue, "you were charged extra for ") || strings.Contains(issue, " you ") {
		return issue
	}
	for i := at + 1; i < min(at+14, len(p.toks)) && p.toks[i].kind != isBreak; i++ {
		if !p.is(i, "i", "we") || !p.is(i-1, "that", "which") && p.nominal(i-1) != isNoun {
			continue
		}
		v, said := verbs[p.word(i+2)], ""
		switch {
		case p.is(i+1, "never") && v.past && chargeable[v.base] && p.endsAt(i+3):
			said = "you never " + pastForms[v.base]
		case p.is(i+1, "didn't", "don't", "haven't") && chargeable[v.base] && p.endsAt(i+3):
			said = "you " + p.word(i+1) + " " + p.word(i+2)
		case p.is(i+1, "cancelled", "canceled", "returned") && p.endsAt(i+2):
			said = "you'd " + strings.Replace(p.word(i+1), "canceled", "cancelled", 1)
		}
		if said != "" && len(issue)+1+len(said) <= maxIssue {
			return issue + " " + said
		}
	}
	return issue
}

// chargeable is what is not done with what nobody should be charged for.
var chargeable = set("take watch receive use get order want need make own have request play eat read visit stay rent")
