package grievance

// pressed: "I click the link and nothing happens", "press pay and nothing".
func (p enParser) pressed(i int) (finding, bool) {
	if !p.is(p.skip(i-1, "literally"), "and", "then", "but") && p.word(i-1) != "" {
		return finding{}, false
	}
	if j := p.skip(i+1, "at", "all", "else"); !p.is(i+1, "happens", "happened", "happening") && p.word(j) != "" {
		return finding{}, false
	}
	last := i - 2
	if last > 0 && p.word(last) == "" && p.word(i-1) != "" {
		last-- // "the button, and nothing"
	}
	for j := last; j >= max(0, i-9) && (p.toks[j].kind != isBreak || p.toks[j].quote); j-- {
		how, does := presses[p.word(j)]
		if !does {
			continue
		}
		what := p.control(p.skip(j+1, "on"))
		if what == "" {
			break
		}
		return told(weightPlain, "nothing happens when you "+how+" the "+what, "", "")
	}
	return finding{}, false
}

// control is what is pressed at i: "the link", a button by what is written on it
// ("'add card'", "pay") or as such elsewhere in the post; "" where it is none.
func (p enParser) control(i int) string {
	n, _, ok := p.np(i, maxNouns)
	switch {
	case ok && controls[n.head]:
		return n.head
	case i < len(p.toks) && (p.toks[i].quoted || p.toks[i].quote), labels[p.word(i)] && p.endsAt(i+1), p.speaksOf(fields("button")):
		return "button"
	}
	return ""
}

// presses are what one does to a control, controls what that is done to, and labels
// what is written on a button.
var (
	presses = map[string]string{
		"press": "press", "pressed": "press", "pressing": "press", "click": "click", "clicked": "click", "clicking": "click",
		"tap": "tap", "tapped": "tap", "tapping": "tap", "hit": "press", "hitting": "press",
	}
	controls = set("link button icon tab box switch arrow")
	labels   = set("pay send submit save continue next confirm checkout")
)
