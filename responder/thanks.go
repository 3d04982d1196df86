package responder

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// planThanks is short: what is praised, and a wish where one fits; who only says
// thanks finds the door open.
func (c *composer) planThanks() plan {
	lines := c.withGladness(c.thanks())
	if picture := mirrored(c.q.Mention.Text, join(saids(lines))); picture != "" {
		last := c.saying(picture)
		last.spare = true
		lines = append(lines, last)
	}
	return plan{lines: lines}
}

func (c *composer) thanks() []line {
	t := &c.t.Parts.Thanks
	if moment := c.heard.moment(); t.Moments && len(moment.Say) > 0 && !c.exchanges() && (!moment.General || !c.names()) {
		c.slots["n"], c.slots["N"] = moment.Number, capital(moment.Number)
		return c.andMore(c.pick(moment.Say))
	}
	if deed := c.deed(); deed != nil && len(t.Kind) > 0 && !c.exchanges() {
		return []line{c.pick(t.Kind), c.pick(deed)}
	}
	return c.andDoor(c.pick(c.praise()))
}

// names reports a thing that is praised, or something that is said of one.
func (c *composer) names() bool {
	return c.liked() != "" || c.echo() != "" || c.heard.outing(c.q.post) != ""
}

// exchanges reports a post that goes on with an exchange or asks, whatever else
// it speaks of.
func (c *composer) exchanges() bool {
	switch c.heard.courtesy() {
	case "anyway", "underway", "answered":
		return true
	}
	return (c.heard.marked() || c.heard.begins()) && !surely(c.q)
}

// andMore is a moment and, where it leaves room for it, thanks for whoever did
// it, or a wish.
func (c *composer) andMore(moment line) []line {
	lines := []line{moment}
	t := &c.t.Parts.Thanks
	passes := slices.ContainsFunc(passing, func(p string) bool { return strings.Contains(moment.wording, p) })
	if deed := c.deed(); deed != nil && !passes {
		return append(lines, c.pick(deed))
	}
	if who := c.heard.people(); who != "" && !passes && len(t.PassOn) > 0 {
		c.slots["who"] = who
		return append(lines, c.pick(t.PassOn))
	}
	if told := t.Of["told"]; len(told) > 0 && !passes && c.heard.named() {
		return append(lines, c.pick(told))
	}
	if c.heard.wish() != "" && !strings.Contains(moment.wording, "appy ") {
		return append(lines, c.goodbye())
	}
	if until := c.until(moment.wording); len(t.Of[until]) > 0 {
		lines = append(lines, c.spare(t.Of[until]))
	}
	return lines
}

// passing are what a wording has that hands the praise on itself.
var passing = []string{"I'll ", "tell them", "pass on", "keep it up"}

// deed is the wordings that thank for what somebody did, nil where the post
// tells of nothing that could be told again.
func (c *composer) deed() []string {
	doing := c.heard.deed(c.q.post)
	if doing == "" || len(c.t.Parts.Thanks.Deed) == 0 {
		return nil
	}
	c.slots["doing"], c.slots["who"] = doing, c.heard.people()
	if c.slots["who"] == "" {
		c.slots["who"] = "the team"
		if c.heard.named() {
			c.slots["who"] = "them"
		}
	}
	return c.t.Parts.Thanks.Deed
}

// andDoor is a sentence and what fits behind it.
func (c *composer) andDoor(first line) []line {
	lines := []line{first}
	of := c.t.Parts.Thanks.Of
	switch wish := c.heard.wish(); {
	case wish != "":
		lines = append(lines, c.goodbye())
	case len(of[c.farewell(first.wording)]) > 0:
		lines = append(lines, c.spare(of[c.farewell(first.wording)]))
	case len(of["told"]) > 0 && (c.heard.courtesy() == "solved" || c.heard.courtesy() == "help") && c.heard.named() && !strings.Contains(first.wording, "I'll "):
		lines = append(lines, c.spare(of["told"]))
	case len(of["door"]) > 0 && slices.Contains(courteous, c.heard.courtesy()) && c.liked() == "":
		lines = append(lines, c.spare(of["door"]))
	case c.t.Language == "en" && c.heard.courtesy() == "" && endsWithLink(c.q.Mention.Text) && !strings.Contains(first.wording, "hank"):
		lines = append(lines, c.saying("Thanks for sharing!"))
	}
	return lines
}

// pictures are those that are answered by the same.
const pictures = "❤💙💚💛💜🎃🎄🥂🎉🎂💃🍕🍔☕🌮🌯✈🚂🐶🐱🐾😻😂🤣😅🎓"

// mirrored is the first of pictures in a post, "" where there is none or the
// answer has one.
func mirrored(post, answer string) string {
	i := strings.IndexAny(post, pictures)
	if i < 0 || strings.ContainsAny(answer, pictures) || strings.ContainsAny(answer, "😄😍") {
		return ""
	}
	picture, _ := utf8.DecodeRuneInString(post[i:])
	if picture == '❤' || picture == '✈' {
		return string(picture) + "\ufe0f" // as a picture, not as a sign
	}
	return string(picture)
}

func saids(lines []line) []*said {
	all := make([]*said, len(lines))
	for i, l := range lines {
		all[i] = l.said
	}
	return all
}
