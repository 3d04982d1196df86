package grievance

// servers are people of ours whom customers meet.
var servers = fields("agent agents employee employees staff cashier cashiers manager crew attendant attendants waiter waitress receptionist")

// nasty is how such people were.
var nasty = fields("awful terrible horrible nasty appalling disgusting dreadful vile mean")

// conduct: "your gate agent tonight was awful", "your employees need diversity
// training", "such nasty staff".
func (p enParser) conduct(i int) (finding, bool) {
	if !p.describedAs(i) && !p.needsTraining(i) {
		return finding{}, false
	}
	return told(weightExact, "you weren't met with the respect you deserve", "", "")
}

// describedAs reports that who stands at i is called nasty, before it or within
// the eight words behind.
func (p enParser) describedAs(i int) bool {
	if (p.is(i-1, nasty...) || p.is(i-1, "dumb", "stupid")) && !p.is(i-2, "not", "no") {
		return true
	}
	for j := i + 1; j < min(len(p.toks), i+9) && p.toks[j].kind != isBreak; j++ {
		if p.is(j, "was", "were", "is", "are") && p.is(p.skip(j+1, "so", "just", "really", "absolutely", "very"), nasty...) {
			return true
		}
	}
	return false
}

// needsTraining: "training for some of your employees", "staff need training".
func (p enParser) needsTraining(i int) bool {
	if !p.speaksOf(fields("training")) {
		return false
	}
	return p.near(i, nil, "need", "needs", "training") || p.is(i+1, "need", "needs")
}
