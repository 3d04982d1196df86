package responder

import (
	"slices"

	"goodgraces/responder/length"
)

// line is one sentence of an answer: the wording taken and the ones it was
// taken from. Its zero value says nothing.
type line struct {
	wording  string
	variants []string
	said     *said
	spare    bool // it may be left out where space is short
	promises bool // it says what we do, which a message that asks something shows as well
}

// plan is the lines of an answer; the last of them differs by what happened to
// the private message.
type plan struct {
	lines     []line
	delivered line // nothing where nothing is said of a message
	otherwise line
	flowing   bool // the last two sentences become one where grammar allows
}

// pick takes one variant by chance.
func (c *composer) pick(variants []string) line {
	wording := variants[c.random.IntN(len(variants))]
	return line{wording: wording, variants: variants, said: c.say(wording)}
}

// fit takes shorter wordings, the longest line first, until both forms fit.
// Nothing is ever cut; at the very last spare lines are left out.
func (c *composer) fit(p plan) candidate {
	for range 2 * (len(p.lines) + 2) { // each line is shortened once, and may be left out
		a := c.render(p)
		if c.fits(a) || !c.shorten(&p) {
			return a
		}
	}
	return c.render(p)
}

func (c *composer) fits(a candidate) bool { return c.short(a.delivered) && c.short(a.otherwise) }

// short adds up the lengths of lines joined by spaces; the rule too_long
// measures the whole.
func (c *composer) short(lines []*said) bool {
	_, limit := length.Within(c.q.Mention.Platform, c.q.Mention.Limit, "")
	n := len(lines) - 1
	for _, l := range lines {
		n += l.length(c.q.Mention.Platform)
	}
	return n <= limit
}

// shorten replaces the line that has most to give by its shortest wording; it
// reports false when all are shortest.
func (c *composer) shorten(p *plan) bool {
	all := []*line{&p.delivered, &p.otherwise}
	for i := range p.lines {
		all = append(all, &p.lines[i])
	}
	var most *line
	gain := 0
	for _, l := range all {
		if g := len(l.wording) - len(l.shortest()); g > gain {
			most, gain = l, g
		}
	}
	if most != nil {
		most.wording = most.shortest()
		most.said = c.say(most.wording)
		return true
	}
	spare := slices.IndexFunc(p.lines, func(l line) bool { return l.spare })
	if spare < 0 {
		return false
	}
	p.lines = slices.Delete(slices.Clone(p.lines), spare, spare+1)
	return true
}

func (l line) shortest() string {
	best := l.wording
	for _, v := range l.variants {
		if len(v) < len(best) {
			best = v
		}
	}
	return best
}

// render fills the slots of the lines and signs both forms.
func (c *composer) render(p plan) candidate {
	lines := make([]*said, 0, len(p.lines)+2)
	for _, l := range p.lines {
		lines = append(lines, l.said)
	}
	delivered := p.delivered
	if delivered.said == nil {
		delivered = p.otherwise
	}
	return candidate{delivered: c.ending(lines, delivered, p.flowing), otherwise: c.ending(lines, p.otherwise, p.flowing)}
}

// ending is end, where the last two sentences may become one.
func (c *composer) ending(lines []*said, last line, flowing bool) []*said {
	if last.said == nil || !flowing {
		return c.end(lines, last)
	}
	return c.end(c.flow(append(slices.Clip(lines), last.said)), line{})
}

// end adds the last line, if any, and the sign-off.
func (c *composer) end(lines []*said, last line) []*said {
	lines = slices.Clip(lines)
	if last.said != nil {
		lines = append(lines, last.said)
	}
	if c.q.Initials != "" && c.t.SignOff != "" {
		lines = append(lines, c.say(c.t.SignOff))
	}
	return lines
}
