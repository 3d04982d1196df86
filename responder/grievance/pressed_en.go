package grievance

// pressed: "I click the link and nothing happens", "press pay and nothing".
func (p enParser) pressed(i int) (finding, bool) {
	if !p.is(p.skip(i-1, "literally"), "and", "then", "but") && p.word(i-1) != "" {
		return finding{}, false
	}
	if j := p.skip(i+1, "at", "all", "else"); !p.is(i+1, "happens", "happened", "happening") && p.word(j) != "" {
		return finding{}, false
	}
	for j := i - 1; j >= max(0, i-9); j-- {
		how, does := presses[p.word(j)]
		if !does {
			continue
		}
		what := "the button"
		if n, _, ok := p.np(p.skip(j+1, "on"), maxNouns); ok && controls[n.head] {
			what = "the " + n.head
		}
		return told(weightPlain, "nothing happens when you "+how+" "+what, "", "")
	}
	return finding{}, false
}

// presses are what one does to a control, and controls what that is done to.
var (
	presses = map[string]string{
		"press": "press", "pressed": "press", "pressing": "press", "click": "click", "clicked": "click", "clicking": "click",
		"tap": "tap", "tapped": "tap", "tapping": "tap", "hit": "press", "hitting": "press",
	}
	controls = set("link button icon tab box switch arrow")
)
